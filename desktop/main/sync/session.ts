import { EventEmitter } from 'node:events';
import { Command } from '#shared/commands.ts';
import { parse, RoomlightError } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { AppointmentId, IdempotencyKey } from '#shared/ids.ts';
import { type LocalDate, toInstant } from '#shared/time.ts';
import type { CachedDay } from '../cache/shapes.ts';
import { sendCommand } from './command-http.ts';
import { isOver, wantsAction } from './failures.ts';
import { ServerHttp } from './http.ts';
import { Line, type LineState } from './line.ts';
import { CommandQueue } from './queue.ts';
import { readDay, readHistory } from './reads.ts';
import { Retry } from './retry.ts';
import type { Answer, Connection, Submitted, Sync, SyncEvents, SyncOptions } from './session-shape.ts';
import { logOut } from './sign-in.ts';
import { SignedInHttp } from './signed-in-http.ts';
import { realTimers } from './timers.ts';
import { TokenKeeper } from './tokens.ts';

/** How long closing waits for a refresh under way: cut off, it could leave the keychain with a token already spent. */
const refreshGraceMs = 2_000;

/** The one real `Sync`. */
export class SyncSession extends EventEmitter<SyncEvents> implements Sync {
  readonly #options: SyncOptions & Required<Pick<SyncOptions, 'clock' | 'random' | 'timers'>>;
  readonly #http: ServerHttp;
  readonly #tokens: TokenKeeper;
  readonly #signedIn: SignedInHttp;
  readonly #lineRetry: Retry;
  readonly #line: Line;
  readonly #queue: CommandQueue;
  #phase: 'new' | 'running' | 'over' = 'new';

  constructor(options: SyncOptions) {
    super();
    this.#options = { clock: Date.now, random: Math.random, timers: realTimers, ...options };
    this.#http = new ServerHttp(options.base);
    this.#tokens = new TokenKeeper({
      ...this.#options,
      http: this.#http,
      renewed: (token) => void this.#line.renew(token),
    });
    this.#signedIn = new SignedInHttp(this.#http, this.#tokens);
    this.#lineRetry = new Retry(this.#options);
    this.#line = this.#makeLine();
    this.#queue = this.#makeQueue();
  }

  start(): void {
    if (this.#phase !== 'new') throw new TypeError('A session starts once.');
    this.#phase = 'running';
    this.#queue.start();
    this.#line.start();
  }

  async stop(): Promise<void> {
    this.#halt(null);
    await this.#tokens.stop(refreshGraceMs);
    this.#http.close();
    await this.#queue.ended();
  }

  async signOut(): Promise<boolean> {
    const token = this.#tokens.latest();
    this.#halt(null);
    const told = token === null ? false : await logOut(this.#http, token);
    await this.stop();
    return told;
  }

  retryNow(): void {
    if (this.#phase !== 'running') return;
    this.#line.retryNow();
    this.#queue.kick();
  }

  get connection(): Connection {
    const { state } = this.#line;
    const { cache } = this.#options;
    const error = state.at === 'live' ? null : state.error;
    const nextTry = state.at === 'waiting' ? this.#lineRetry.at : null;
    const troubled = error !== null && wantsAction(error) ? 'error' : 'reconnecting';
    return {
      phase: state.at === 'live' ? 'connected' : troubled,
      asOf: cache.position().asOf,
      nextTryAt: nextTry === null ? null : toInstant(nextTry),
      error: error?.body ?? null,
      waiting: cache.outbox.count(),
    };
  }

  async submit(key: IdempotencyKey, command: Command, { waitMs }: { waitMs: number }): Promise<Submitted> {
    if (this.#phase === 'over') throw notSignedIn();
    return this.#queue.submit(key, parse(Command, command, 'The change'), waitMs);
  }

  history(id: AppointmentId): Promise<ClinicEvent[]> {
    return readHistory(this.#signedIn, id);
  }

  async olderDay(date: LocalDate): Promise<CachedDay> {
    const { cache, clock } = this.#options;
    const visits = cache.withPatients(await readDay(this.#signedIn, date));
    return { ...cache.day(date), asOf: toInstant(clock()), visits };
  }

  #makeLine(): Line {
    return new Line({
      ...this.#options,
      http: this.#signedIn,
      tokens: this.#tokens,
      retry: this.#lineRetry,
      applied: (events, live) => this.emit('events', { events, live }),
      replaced: () => this.emit('replaced'),
      changed: (state) => this.#lineChanged(state),
      fault: (error) => this.emit('fault', error),
    });
  }

  #makeQueue(): CommandQueue {
    const { cache } = this.#options;
    return new CommandQueue({
      ...this.#options,
      outbox: cache.outbox,
      retry: new Retry(this.#options),
      send: (key, command) => this.#send(key, command),
      settled: ({ key, command }, error) => this.emit('settled', { key, command, error }),
      countChanged: () => {
        this.emit('waiting', cache.outbox.count());
        this.emit('connection', this.connection);
      },
      unread: (error) => {
        this.emit('fault', error);
        this.#line.beginAnew();
      },
      failed: (error) => this.#commandFailed(error),
    });
  }

  async #send(key: IdempotencyKey, command: Command): Promise<Answer> {
    const answer = await sendCommand(this.#signedIn, key, command);
    // Who answers a request can also be listened to.
    if (this.#line.state.at === 'waiting') this.#line.retryNow();
    return answer;
  }

  #commandFailed(error: unknown): void {
    if (!(error instanceof RoomlightError)) this.emit('fault', error);
    else if (isOver(error)) this.#halt(error);
    // A line may seem good for seconds after its server died; a request tells sooner.
    else if (error.body.kind === 'unreachable') void this.#line.probe();
  }

  #lineChanged(state: LineState): void {
    if (this.#phase === 'over') return;
    if (state.at === 'over' && state.error) this.#halt(state.error);
    else this.emit('connection', this.connection);
    if (state.at === 'live') this.#queue.kick();
  }

  /** @param error why the session is over on the server; null when it ends from here */
  #halt(error: RoomlightError | null): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#queue.stop();
    this.#line.stop(error);
    if (!error) return;
    this.emit('connection', this.connection);
    this.emit('signedOut', error.body);
  }
}

function notSignedIn(): RoomlightError {
  return new RoomlightError({ kind: 'notSignedIn', message: 'Nobody is signed in here. Sign in first.' });
}
