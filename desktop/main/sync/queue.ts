import type { Command } from '#shared/commands.ts';
import { type ErrorBody, RoomlightError } from '#shared/errors.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import { type Clock, toInstant, toMilliseconds } from '#shared/time.ts';
import type { Outbox } from '../cache/outbox.ts';
import type { OutboxEntry } from '../cache/shapes.ts';
import { asMeant, isFinal, isOver, pauseAfter } from './failures.ts';
import { UnreadSuccess } from './http-failure.ts';
import type { Retry } from './retry.ts';
import type { Answer, Submitted } from './session-shape.ts';
import type { Timers } from './timers.ts';

export interface QueueOptions {
  readonly outbox: Outbox;
  /** Sends a command once; throws when that brought no success. */
  readonly send: (key: IdempotencyKey, command: Command) => Promise<Answer>;
  readonly retry: Retry;
  readonly clock: Clock;
  readonly timers: Timers;
  /** The outcome of a command nobody waits for any more. */
  readonly settled: (entry: OutboxEntry, error: ErrorBody | null) => void;
  /** The number of commands without an outcome changed. */
  readonly countChanged: () => void;
  /** A command took effect, but the server's answer could not be read. */
  readonly unread: (error: UnreadSuccess) => void;
  /** A try brought no outcome. */
  readonly failed: (error: unknown) => void;
}

type Outcome = Answer | RoomlightError;
/** Null: not known, or not in words. */
type Waiter = (outcome: Outcome | null) => void;

/** A server that fails at one command so often does not fail by chance, and those behind it must not wait for ever. */
const mostFaults = 6;
/** The server remembers outcomes for seven days (L4): sent again after that, a command could take effect twice. */
const longestWaitMs = 6 * 24 * 60 * 60 * 1000;

/** Sends the commands of one workstation: in order, one at a time, each until its outcome is known (L4). */
export class CommandQueue {
  readonly #options: QueueOptions;
  readonly #waiters = new Map<IdempotencyKey, Set<Waiter>>();
  #state: 'idle' | 'sending' | 'stopped' = 'stopped';
  #run: Promise<void> = Promise.resolve();
  #faults = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Begins with what an earlier run left. */
  start(): void {
    this.#state = 'idle';
    this.kick();
  }

  /** Nothing more is sent; what is under way ends as it will, and is sent again by the next run if that is not known. */
  stop(): void {
    this.#state = 'stopped';
    this.#options.retry.cancel();
  }

  /** Resolves when nothing of a stopped queue is under way. */
  ended(): Promise<void> {
    return this.#run;
  }

  /**
   * Keeps a command, and waits at most `waitMs` for its outcome.
   * @throws RoomlightError the refusal, when it came in time; `cacheUnusable` when it could not be kept
   */
  async submit(key: IdempotencyKey, command: Command, waitMs: number): Promise<Submitted> {
    const { outbox, clock, countChanged } = this.#options;
    outbox.add(key, command, toInstant(clock()));
    countChanged();
    const outcome = this.#outcomeOf(key, waitMs);
    this.kick();
    const known = await outcome;
    if (known instanceof RoomlightError) throw known;
    return known === null ? { state: 'waiting' } : { state: 'done', answer: known };
  }

  /** There is something to send, or perhaps a way to send it: tries at once. */
  kick(): void {
    if (this.#state !== 'idle') return;
    this.#options.retry.cancel();
    this.#run = this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    const { outbox, retry, failed } = this.#options;
    this.#state = 'sending';
    let problem: RoomlightError | null = null;
    try {
      for (let entry = outbox.head(); entry && this.#sending(); entry = outbox.head()) await this.#see(entry);
    } catch (error) {
      problem = asMeant(error);
      failed(error);
    }
    if (!this.#sending()) return;
    this.#state = 'idle';
    if (problem && !isOver(problem)) retry.plan(() => this.kick(), pauseAfter(problem));
  }

  #sending(): boolean {
    return this.#state === 'sending';
  }

  /** Sends one command. @throws when its outcome is still not known */
  async #see(entry: OutboxEntry): Promise<void> {
    const { send, clock, retry } = this.#options;
    let outcome: Outcome;
    try {
      if (clock() - toMilliseconds(entry.at) > longestWaitMs) throw tooOld();
      outcome = await send(entry.key, entry.command);
    } catch (error) {
      if (!(error instanceof RoomlightError) || !this.#isLastWord(error)) throw error;
      outcome = error;
    }
    this.#faults = 0;
    retry.reset();
    this.#settle(entry, outcome);
  }

  #isLastWord(error: RoomlightError): boolean {
    if (error.body.kind === 'internal') this.#faults += 1;
    return error instanceof UnreadSuccess || isFinal(error) || this.#faults === mostFaults;
  }

  #settle(entry: OutboxEntry, outcome: Outcome): void {
    const { outbox, settled, countChanged, unread } = this.#options;
    const isUnread = outcome instanceof UnreadSuccess;
    const waiters = this.#waiters.get(entry.key) ?? [];
    // Without an answer to give, who waits hears of it as one who no longer does.
    const told = this.#waiters.delete(entry.key) && !isUnread;
    const refusal = outcome instanceof RoomlightError && !isUnread ? outcome.body : null;
    outbox.settle(
      entry.key,
      refusal ? { done: false, error: refusal, told } : { done: true, version: versionOf(outcome) },
    );
    countChanged();
    for (const waiter of waiters) waiter(isUnread ? null : outcome);
    if (!told) settled(entry, refusal);
    if (isUnread) unread(outcome);
  }

  /** Null when the outcome is not known in time; from then on nobody counts as told. */
  #outcomeOf(key: IdempotencyKey, waitMs: number): Promise<Outcome | null> {
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(key) ?? new Set();
      const cancel = this.#options.timers(waitMs, () => {
        waiters.delete(waiter);
        if (waiters.size === 0) this.#waiters.delete(key);
        resolve(null);
      });
      const waiter: Waiter = (outcome) => {
        cancel();
        resolve(outcome);
      };
      this.#waiters.set(key, waiters.add(waiter));
    });
  }
}

function versionOf(answer: Outcome): number | null {
  if (answer instanceof RoomlightError) return null;
  return 'appointment' in answer ? answer.appointment.version : answer.patient.version;
}

function tooOld(): RoomlightError {
  const message =
    'This change waited for the server for more than six days, so it was not sent. If it is still wanted, make it again.';
  return new RoomlightError({ kind: 'keyReused', message });
}
