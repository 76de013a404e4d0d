import type { Cache } from '#desktop/main/cache/cache.ts';
import type { Connection, Sync } from '#desktop/main/sync/session-shape.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { Clinic, Member } from '#shared/people.ts';
import { type Clock, type Instant, localDateOf, toInstant } from '#shared/time.ts';
import { changeLine } from './change-line.ts';
import { longDay, timeOf } from './clinic-clock.ts';
import { dayTable } from './day-table.ts';
import { plain } from './plain.ts';
import { words } from './words.ts';

export interface PrinterOptions {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly print: (line: string) => void;
  /** Columns of the terminal. */
  readonly width: () => number;
}

/** Says what a session does: the day, then a line for each change of it and of the connection. */
export class Printer {
  readonly #options: PrinterOptions;
  #said = '';
  #dayShown = false;

  constructor(options: PrinterOptions) {
    this.#options = options;
  }

  greet({ displayName, role }: Member): void {
    this.#options.print(words.signedIn(plain(displayName), role));
  }

  follow(session: Sync): void {
    session.on('replaced', () => {
      if (this.#dayShown) this.#options.print(words.fetchedAnew);
      this.day();
    });
    session.on('events', ({ events }) => this.#changes(events));
    session.on('connection', (connection) => this.#connection(connection));
  }

  day(): void {
    const { cache, clock, print, width } = this.#options;
    const clinic = cache.clinic();
    if (!clinic) return;
    this.#dayShown = true;
    const today = localDateOf(toInstant(clock()), clinic.timeZone);
    print('');
    print(words.heading(plain(clinic.name), longDay(today, clinic.timeZone)));
    for (const line of dayTable(cache.day(today), clinic.timeZone, width())) print(line);
    print('');
  }

  #changes(events: readonly ClinicEvent[]): void {
    const { cache, print } = this.#options;
    const clinic = cache.clinic();
    if (clinic) for (const event of events) print(changeLine(event, cache, clinic));
  }

  // Each state once: that the next try failed as the last one did is no news.
  #connection(connection: Connection): void {
    const sentence = this.#sentenceOf(connection);
    if (sentence === this.#said) return;
    const starting = this.#said === '' && connection.phase === 'reconnecting' && connection.error === null;
    if (starting) return;
    this.#said = sentence;
    this.#options.print(sentence);
  }

  #sentenceOf({ phase, error, asOf }: Connection): string {
    if (phase === 'connected') return words.connected;
    if (phase === 'error' && error) return error.message;
    const clinic = this.#options.cache.clinic();
    return words.reconnecting(clinic && asOf ? this.#time(asOf, clinic) : null);
  }

  #time(instant: Instant, { timeZone }: Clinic): string {
    return timeOf(instant, timeZone);
  }
}
