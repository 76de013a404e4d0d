import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Cache } from '#desktop/main/cache/cache.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import { SyncSession } from '#desktop/main/sync/session.ts';
import type { Sync } from '#desktop/main/sync/session-shape.ts';
import { type Credentials, signIn } from '#desktop/main/sync/sign-in.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { SignedIn } from '#shared/http.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import { addDays, atWallMinutes, localDateOf, toInstant } from '#shared/time.ts';
import type { Link } from '../../e2e/link.ts';
import { nextDeed } from '../traffic/deeds.ts';
import type { Random } from '../traffic/random.ts';
import { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';

export interface DeskOptions {
  /** Also the name of the workstation. */
  readonly name: string;
  readonly credentials: Omit<Credentials, 'address'>;
  readonly link: Link;
  readonly folder: string;
  readonly random: Random;
  readonly ledger: Ledger;
}

/** How long a person looks at the button before they are told the change waits. */
const patienceMs = 400;

/** One workstation core with its cache on disk and a network of its own, used by somebody in a hurry. */
export class Desk {
  readonly journal: Journal;
  readonly link: Link;
  readonly faults: unknown[] = [];
  readonly #options: DeskOptions;
  readonly #key = randomBytes(32).toString('hex');
  readonly #submitting = new Set<Promise<void>>();
  #refreshToken = '';
  #base = '';
  #cache: Cache;
  #sync: Sync;

  private constructor(options: DeskOptions, signedIn: SignedIn & { base: string }) {
    this.#options = options;
    this.link = options.link;
    this.journal = new Journal(options.name);
    this.#base = signedIn.base;
    this.#refreshToken = signedIn.refreshToken;
    this.#cache = this.#openCache();
    this.#sync = this.#start({ token: signedIn.accessToken, expiresInSeconds: signedIn.expiresInSeconds });
  }

  static async open(options: DeskOptions): Promise<Desk> {
    const address = `http://127.0.0.1:${options.link.port}`;
    return new Desk(options, await signIn({ ...options.credentials, address }));
  }

  /** Level with the log at `head`, with nothing left to send. */
  isLevel(head: number): boolean {
    const { phase, waiting } = this.#sync.connection;
    return phase === 'connected' && waiting === 0 && this.#cache.position().cursor === head;
  }

  state(): string {
    return `${this.#options.name}: ${JSON.stringify(this.#sync.connection)} at ${this.#cache.position().cursor}`;
  }

  contents(): ReturnType<Cache['contents']> {
    return this.#cache.contents();
  }

  /** Does what somebody would do next, seeing what this workstation shows. */
  act(username: string): void {
    const clinic = this.#cache.clinic();
    if (!clinic) return;
    const { random, ledger } = this.#options;
    const { timeZone, dayStart, dayEnd } = clinic;
    // Any hour of any day of the week to come, so that the desks meet often and not always.
    const date = addDays(localDateOf(toInstant(Date.now()), timeZone), Math.floor(random() * 7));
    const now = atWallMinutes(date, Math.floor(dayStart + random() * (dayEnd - dayStart)), timeZone);
    const { providers, visits } = this.#cache.day(date);
    const patients = this.#cache.contents().patients.map(({ id }) => id);
    const appointments = visits.map(({ appointment }) => appointment);
    const deed = nextDeed({ clinic, date, now, providers, patients, appointments }, random);
    if (deed?.by !== username) return;
    const key = `${this.#options.name}-${Math.floor(random() * 2 ** 48).toString(36)}-key` as IdempotencyKey;
    ledger.meant(key);
    const submitting = this.#sync
      .submit(key, deed.command, { waitMs: patienceMs })
      .then(
        ({ state }) => ledger.told(key, state),
        (error: unknown) => {
          if (error instanceof RoomlightError) ledger.refused(key, error.body.kind);
          else this.faults.push(error);
        },
      )
      .finally(() => this.#submitting.delete(submitting));
    this.#submitting.add(submitting);
  }

  /** The app ends and starts again: what was on disk is all that is left. */
  async restart(): Promise<void> {
    await this.close();
    this.#cache = this.#openCache();
    this.#sync = this.#start(undefined);
  }

  async close(): Promise<void> {
    await this.#sync.stop();
    await Promise.all(this.#submitting);
    this.#cache.close();
  }

  #openCache(): Cache {
    const { folder, name } = this.#options;
    const opened = openCache({ file: join(folder, `${name}.cache`), key: this.#key });
    if (opened.state !== 'open') throw new Error(`The cache of ${name} could not be opened again.`);
    return opened.cache;
  }

  #start(access: { token: string; expiresInSeconds: number } | undefined): Sync {
    const { credentials, random, ledger } = this.#options;
    const sync = new SyncSession({
      base: this.#base,
      cache: this.#cache,
      workstation: credentials.workstation,
      refreshToken: this.#refreshToken,
      ...(access && { access }),
      keep: (token) => {
        this.#refreshToken = token;
      },
      random,
    });
    sync.on('events', ({ events }) => this.journal.events(events));
    sync.on('replaced', () => this.journal.replaced(this.#cache.position().cursor));
    sync.on('settled', ({ key, error }) =>
      error ? ledger.refused(key, error.kind) : ledger.told(key, 'done'),
    );
    sync.on('fault', (error) => this.faults.push(error));
    sync.on('signedOut', (error) => this.faults.push(new RoomlightError(error)));
    sync.start();
    return sync;
  }
}
