import type { EventEmitter } from 'node:events';
import type { AppointmentAnswer, Command, PatientAnswer } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { AppointmentId, IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import type { Clock, Instant, LocalDate } from '#shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { CachedDay } from '../cache/shapes.ts';
import type { Timers } from './timers.ts';

/**
 * connected: live. reconnecting: trying, next at `nextTryAt` (null while a try is under way). error: trying keeps
 * failing for the reason in `error`, or makes no sense before someone has acted on it.
 */
export interface Connection {
  phase: 'connected' | 'reconnecting' | 'error';
  asOf: Instant | null;
  nextTryAt: Instant | null;
  error: ErrorBody | null;
  waiting: number;
}

export type Answer = AppointmentAnswer | PatientAnswer;

/** `waiting`: the outcome was not known in time, or its answer cannot be read; it follows as `settled`, or just did. */
export type Submitted = { state: 'done'; answer: Answer } | { state: 'waiting' };

/** What a session tells its listeners. Each is called after the cache holds what it speaks of. */
export interface SyncEvents {
  connection: [Connection];
  /** Applied just now. `live` is false for what was missed while away. */
  events: [{ events: ClinicEvent[]; live: boolean }];
  /** All that was read from the cache before is to be read again. */
  replaced: [];
  /** The outcome of a command whose submit has answered `waiting` or will, or that was kept from an earlier run. */
  settled: [{ key: IdempotencyKey; command: Command; error: ErrorBody | null }];
  /** The number of commands whose outcome is not known. */
  waiting: [number];
  /** The session is over on the server; only a new sign-in helps. Waiting commands stay in the cache for it. */
  signedOut: [ErrorBody];
  /** An error nobody meant, for the log; the session goes on. */
  fault: [unknown];
}

export interface SyncOptions {
  /** The server's origin, such as `http://10.0.0.5:4000`. */
  readonly base: string;
  readonly cache: Cache;
  readonly workstation: WorkstationId;
  /** From sign-in or the keychain; spent by the first refresh. */
  readonly refreshToken: string;
  /** From a sign-in just made; without it the session begins by refreshing. */
  readonly access?: { readonly token: string; readonly expiresInSeconds: number };
  /**
   * Called with each new refresh token, and awaited, before the access token that came with it is used. One that
   * throws leaves the session unconnected: an owner whose keychain fails says so and goes on.
   */
  readonly keep: (refreshToken: string) => Promise<void> | void;
  readonly clock?: Clock;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly timers?: Timers;
}

/**
 * A workstation at work: the cache of one signed-in user, kept level with the server, and their commands on the way
 * up. It only follows and sends; what is on screen is read from the cache.
 */
export interface Sync extends EventEmitter<SyncEvents> {
  readonly connection: Connection;
  /** Begins, and goes on until `stop`, `signOut` or the end of the session. Once. */
  start(): void;
  /** Ends this run; the session goes on with the next. The cache may be closed when this has resolved. */
  stop(): Promise<void>;
  /**
   * Ends the session for good, here and on the server. The caller then forgets the refresh token and deletes the cache.
   * @returns false when the server could not be told: it ends the session itself once it has not been used for long
   */
  signOut(): Promise<boolean>;
  /** W4: the PC woke, the network is back, or a person asks. */
  retryNow(): void;
  /**
   * Keeps a command on this PC, then sends it. Waits at most `waitMs` for its outcome; after that it follows as
   * `settled`. The same key again means the same command, and gives the same outcome (L4).
   * @throws RoomlightError the server's refusal, when it came in time · `invalid`, `notSignedIn`, `cacheUnusable`:
   * then the command was not kept
   */
  submit(key: IdempotencyKey, command: Command, within: { waitMs: number }): Promise<Submitted>;
  /** What happened to an appointment, oldest first. @throws RoomlightError as `SignedInHttp.send` */
  history(id: AppointmentId): Promise<ClinicEvent[]>;
  /** A day the cache does not keep, from the server. @throws RoomlightError as `SignedInHttp.send` */
  olderDay(date: LocalDate): Promise<CachedDay>;
}
