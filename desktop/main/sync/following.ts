import { type ErrorBody, RoomlightError } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import { reads } from '#shared/http.ts';
import type { WorkstationId } from '#shared/ids.ts';
import type { Ended } from '#shared/socket.ts';
import { type Clock, toInstant } from '#shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import { unreachable } from './http-failure.ts';
import { type Incoming, readBatch } from './incoming.ts';
import type { SignedInHttp } from './signed-in-http.ts';
import { Wire } from './wire.ts';

export interface FollowingOptions {
  readonly base: string;
  readonly workstation: WorkstationId;
  readonly cache: Cache;
  readonly http: SignedInHttp;
  readonly clock: Clock;
  /** Applied to the cache just now; `live` is false for what was missed while away. */
  readonly applied: (events: ClinicEvent[], live: boolean) => void;
  /** All in the cache may have changed. */
  readonly replaced: () => void;
}

/** Why a following ended. `resync`: the next one must begin with a snapshot. */
export interface Broken {
  readonly error: unknown;
  readonly resync: boolean;
}

const snapshotTimeoutMs = 60_000;
/** A server that answers so many fresh snapshots with "take another" will not be content with the next. */
const mostSnapshots = 3;
/** How often the age of a quiet day is written down. */
const confirmEveryMs = 20_000;

/** Follows the server's log on one wire: gets the cache whole, then applies what comes until the wire breaks. */
export class Following {
  readonly #options: FollowingOptions;
  readonly #wire: Wire;
  readonly #broken: (how: Broken) => void;
  #closed = false;
  /** The log's newest `seq` when this wire resumed: what is above came to be since. Null before. */
  #head: number | null = null;
  #quiet = false;
  #confirmedAt = 0;

  /** @param broken called at most once, and not after `close` */
  constructor(options: FollowingOptions, token: string, broken: (how: Broken) => void) {
    this.#options = options;
    this.#broken = broken;
    this.#wire = new Wire(options.base, token, options.workstation, {
      events: (payload, ack) => this.#receive(payload, ack),
      heard: () => this.#heard(),
      lost: (ended) => this.#break(lostBecause(ended), false),
    });
  }

  /**
   * Connects and resumes (F5). When this returns, all that was missed is on its way or here already.
   * @throws RoomlightError the server's refusal, `unreachable`, `notRoomlight`, `cacheUnusable`
   */
  async begin(withSnapshot: boolean): Promise<void> {
    await this.#wire.connect();
    const mayResume = !withSnapshot && this.#options.cache.position().epoch !== null;
    if (mayResume && (await this.#resume())) return;
    for (let tries = 0; tries < mostSnapshots; tries += 1) {
      await this.#fetchSnapshot();
      if (await this.#resume()) return;
    }
    throw unreachable();
  }

  /** @throws RoomlightError `unreachable` when the server stays silent for `timeoutMs`, or its refusal */
  renew(token: string, timeoutMs?: number): Promise<void> {
    return this.#wire.renew({ token }, timeoutMs);
  }

  close(): void {
    this.#closed = true;
    this.#wire.close();
  }

  /** False when the server cannot go on from the cache's cursor. It sends no events then until the next resume. */
  async #resume(): Promise<boolean> {
    const { epoch, cursor } = this.#options.cache.position();
    const { mode, head } = await this.#wire.resume({ epoch, cursor }, (resumed) => {
      if (resumed.mode === 'events') this.#head = resumed.head;
    });
    if (mode === 'events' && (cursor ?? 0) >= head) this.#confirm();
    return mode === 'events';
  }

  async #fetchSnapshot(): Promise<void> {
    const { cache, http, replaced } = this.#options;
    const { path, answer } = reads.snapshot;
    const snapshot = await http.send({ method: 'GET', path, answer, timeoutMs: snapshotTimeoutMs });
    if (this.#closed) throw unreachable();
    cache.applySnapshot(snapshot);
    replaced();
  }

  #receive(payload: unknown, ack?: () => void): void {
    if (this.#closed) return;
    this.#quiet = false;
    const applied = this.#apply(payload);
    if (applied === null) return;
    ack?.();
    this.#tell(applied.fresh);
    if (applied.resync) this.#break(notUnderstood(), true);
  }

  /** What was new in a batch; null when it could not be applied, which ends this following. */
  #apply(payload: unknown): { fresh: Incoming[]; resync: boolean } | null {
    try {
      const { changes, resync } = readBatch(payload);
      return { fresh: this.#options.cache.applyEvents(changes), resync };
    } catch (error) {
      this.#break(error, !isDiskFault(error));
      return null;
    }
  }

  #tell(fresh: readonly Incoming[]): void {
    const { applied, replaced } = this.#options;
    const known = fresh.flatMap(({ event }) => event ?? []);
    const head = this.#head ?? Number.POSITIVE_INFINITY;
    const missed = known.filter((event) => event.seq <= head);
    const live = known.slice(missed.length);
    if (missed.length > 0) applied(missed, false);
    if (live.length > 0) applied(live, true);
    // Events nobody here has a name for, which changed something all the same.
    if (fresh.some(({ event, data }) => event === null && (data.appointment || data.patient))) replaced();
  }

  // A ping came after all that was sent before it. With nothing in between the last two, nothing is on its way either.
  #heard(): void {
    if (this.#head === null) return;
    const whole = this.#quiet || (this.#options.cache.position().cursor ?? -1) >= this.#head;
    this.#quiet = true;
    // Either way: a clock that was set right may lie before the last time.
    const since = Math.abs(this.#options.clock() - this.#confirmedAt);
    if (!whole || since < confirmEveryMs) return;
    try {
      this.#confirm();
    } catch (error) {
      this.#break(error, false);
    }
  }

  #confirm(): void {
    this.#confirmedAt = this.#options.clock();
    this.#options.cache.confirm(toInstant(this.#confirmedAt));
  }

  #break(error: unknown, resync: boolean): void {
    if (this.#closed) return;
    this.close();
    this.#broken({ error, resync });
  }
}

function lostBecause(ended: Ended | null): RoomlightError {
  if (ended === null) return unreachable();
  const kinds: Record<Ended['kind'], ErrorBody> = {
    shutdown: { kind: 'unavailable', message: ended.reason },
    tooSlow: { kind: 'unavailable', message: ended.reason },
    tooMany: { kind: 'tooMany', message: ended.reason, retryAfterSeconds: 5 },
    tokenExpired: { kind: 'unauthenticated', message: ended.reason },
    sessionEnded: { kind: 'sessionEnded', message: ended.reason },
  };
  return new RoomlightError(kinds[ended.kind]);
}

function isDiskFault(error: unknown): boolean {
  return error instanceof RoomlightError && error.body.kind === 'cacheUnusable';
}

function notUnderstood(): RoomlightError {
  const message = 'The clinic server is newer than this workstation. Roomlight fetches the day anew.';
  return new RoomlightError({ kind: 'unavailable', message });
}
