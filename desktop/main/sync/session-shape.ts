import type { AppointmentAnswer, Command, PatientAnswer } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import type { Clock, Instant } from '#shared/time.ts';
import type { Cache } from '../cache/cache.ts';
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

/** `waiting`: the outcome was not known in time; it follows as `settled`. */
export type Submitted = { state: 'done'; answer: Answer } | { state: 'waiting' };

/** What a session tells its listeners. Each is called after the cache holds what it speaks of. */
export interface SessionEvents {
  connection: [Connection];
  /** Applied just now. `live` is false for what was missed while away. */
  events: [{ events: ClinicEvent[]; live: boolean }];
  /** All that was read from the cache before is to be read again. */
  replaced: [];
  /** The outcome of a command whose submit had answered `waiting`, or that was kept from an earlier run. */
  settled: [{ key: IdempotencyKey; command: Command; error: ErrorBody | null }];
  /** The number of commands whose outcome is not known. */
  waiting: [number];
  /** The session is over on the server; only a new sign-in helps. Waiting commands stay in the cache for it. */
  signedOut: [ErrorBody];
  /** An error nobody meant, for the log; the session goes on. */
  fault: [unknown];
}

export interface SessionOptions {
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
