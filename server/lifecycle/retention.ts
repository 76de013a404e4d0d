import type { Store } from '#server/store/database.ts';
import { dropOldEvents } from '#server/store/log.ts';
import { dropOldOutcomes } from '#server/store/outcomes.ts';
import type { TenantId } from '#shared/ids.ts';
import { type Clock, type Every, type Instant, toInstant } from '#shared/time.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How long a command's outcome is kept: a workstation that was off for so long no longer repeats it (L4). */
const outcomeDays = 7;
/** Ended sessions stay a while, for whoever asks what became of one. */
const sessionDays = 30;

export interface RetentionOptions {
  readonly store: Store;
  readonly sessions: { dropEnded(olderThan: Instant): Promise<void> };
  readonly clock: Clock;
  readonly every: Every;
  /** An event goes when it is both older than `days` and not among the newest `events` of its clinic. */
  readonly keep: { readonly days: number; readonly events: number };
  readonly report: (error: unknown) => void;
}

/** Drops what is no longer needed: now, and every hour. */
export class Retention {
  readonly #options: RetentionOptions;
  readonly #stop: () => void;
  #running: Promise<void>;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#running = this.#run();
    this.#stop = options.every(hour, () => {
      this.#running = this.#running.then(() => this.#run());
    });
  }

  /** Resolves when no run is under way. */
  settled(): Promise<void> {
    return this.#running;
  }

  stop(): Promise<void> {
    this.#stop();
    return this.#running;
  }

  async #run(): Promise<void> {
    const { store, sessions, keep, report } = this.#options;
    try {
      for (const { id } of await store.read.selectFrom('tenants').select('id').execute())
        await dropOldEvents(store, id as TenantId, this.#ago(keep.days), keep.events);
      await dropOldOutcomes(store.write, this.#ago(outcomeDays));
      await sessions.dropEnded(this.#ago(sessionDays));
    } catch (error) {
      // Dropping later is no harm; the next hour tries again.
      report(error);
    }
  }

  #ago(days: number): Instant {
    return toInstant(this.#options.clock() - days * day);
  }
}
