import type { RoomlightError } from '#shared/errors.ts';
import type { Clock } from '#shared/time.ts';
import { asMeant, isOver, pauseAfter } from './failures.ts';
import { type Broken, Following, type FollowingOptions } from './following.ts';
import type { Retry } from './retry.ts';
import type { TokenKeeper } from './tokens.ts';

/** `waiting` for the next try, `trying`: with why the last try failed, if one did. `over`: only a new sign-in helps. */
export type LineState =
  | { at: 'live' }
  | { at: 'trying' | 'waiting'; error: RoomlightError | null }
  | { at: 'over'; error: RoomlightError | null };

export interface LineOptions extends FollowingOptions {
  readonly tokens: TokenKeeper;
  readonly retry: Retry;
  readonly clock: Clock;
  readonly changed: (state: LineState) => void;
  /** Told of errors nobody meant. */
  readonly fault: (error: unknown) => void;
}

/** A live line answers within this; one that does not is given up, long before its own timeout. */
const probeMs = 3_000;
/** A line that breaks sooner than this counts as one more failure (W4), or a server that lets in and cuts would be hammered. */
const steadyMs = 5_000;

/** Keeps one `Following` going for ever (W4). */
export class Line {
  readonly #options: LineOptions;
  #state: LineState = { at: 'trying', error: null };
  #following: Following | null = null;
  /** Which attempt is the current one: what comes back from an earlier one is of no interest. */
  #attempt = 0;
  #began = 0;
  #token = '';
  #resync = false;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  get state(): LineState {
    return this.#state;
  }

  start(): void {
    void this.#try();
  }

  stop(error: RoomlightError | null = null): void {
    this.#hangUp();
    this.#options.retry.cancel();
    this.#become({ at: 'over', error });
  }

  /** The PC woke, the network is back, or a person asks: try now, and see whether a line thought good still is. */
  retryNow(): void {
    const { retry, clock } = this.#options;
    retry.reset();
    if (this.#state.at === 'live') void this.probe();
    else if (this.#state.at === 'waiting') retry.now();
    else if (this.#state.at === 'trying' && clock() - this.#began > probeMs) void this.#try();
  }

  /** What is here may lack something that events do not tell: gets all of it again, now. */
  beginAnew(): void {
    if (this.#state.at === 'over') return;
    this.#resync = true;
    this.#options.retry.cancel();
    void this.#try();
  }

  /** Asks the server for a sign of life; without one the line is tried anew at once. */
  async probe(): Promise<void> {
    const following = this.#following;
    if (!following || this.#state.at !== 'live') return;
    try {
      await following.renew(await this.#options.tokens.current(), probeMs);
    } catch (error) {
      if (this.#following !== following) return;
      this.#fail(error);
      this.#options.retry.now();
    }
  }

  /** Gives a live line the newer token; one that is not live yet gets it when it is. */
  async renew(token: string): Promise<void> {
    const following = this.#following;
    if (!following || this.#state.at !== 'live') return;
    this.#token = token;
    try {
      await following.renew(token);
    } catch (error) {
      if (this.#following === following) this.#fail(error);
    }
  }

  async #try(): Promise<void> {
    this.#hangUp();
    const attempt = this.#attempt;
    this.#began = this.#options.clock();
    this.#become({ at: 'trying', error: this.#state.at === 'live' ? null : this.#state.error });
    try {
      this.#token = await this.#options.tokens.current();
      if (attempt !== this.#attempt) return;
      this.#following = new Following(this.#options, this.#token, (how) => this.#broke(attempt, how));
      await this.#following.begin(this.#resync);
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(error);
      return;
    }
    if (attempt !== this.#attempt) return;
    this.#resync = false;
    this.#began = this.#options.clock();
    this.#become({ at: 'live' });
    const newest = this.#options.tokens.latest();
    if (newest !== null && newest !== this.#token) void this.renew(newest);
  }

  #broke(attempt: number, { error, resync }: Broken): void {
    if (attempt !== this.#attempt) return;
    this.#resync ||= resync;
    this.#fail(error);
  }

  #fail(thrown: unknown): void {
    const { retry, clock, tokens } = this.#options;
    const error = asMeant(thrown);
    if (error !== thrown) this.#options.fault(thrown);
    if (this.#state.at === 'live' && clock() - this.#began >= steadyMs) retry.reset();
    this.#hangUp();
    if (error.body.kind === 'unauthenticated') tokens.spoil(this.#token);
    if (isOver(error)) {
      this.stop(error);
      return;
    }
    retry.plan(() => void this.#try(), pauseAfter(error));
    this.#become({ at: 'waiting', error });
  }

  #hangUp(): void {
    this.#attempt += 1;
    this.#following?.close();
    this.#following = null;
  }

  #become(state: LineState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
