import { createHash } from 'node:crypto';
import { RoomlightError } from '#shared/errors.ts';
import { auth, headers, type Tokens } from '#shared/http.ts';
import type { WorkstationId } from '#shared/ids.ts';
import type { Clock } from '#shared/time.ts';
import type { ServerHttp } from './http.ts';
import type { Timers } from './timers.ts';

export interface TokenKeeperOptions {
  readonly http: ServerHttp;
  readonly refreshToken: string;
  readonly workstation: WorkstationId;
  readonly access?: { readonly token: string; readonly expiresInSeconds: number } | undefined;
  readonly keep: (refreshToken: string) => Promise<void> | void;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Told of each access token after the first, for sockets that live on an older one. */
  readonly renewed: (token: string) => void;
}

/** An access token is renewed when this much of its life is left: time enough to try on another connection. */
const leftAtRenewal = 1 / 5;

/** Keeps an access token fresh. Refresh tokens are good for one use, so there is never more than one refresh under way. */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions;
  #refreshToken: string;
  #latest: string | null = null;
  #stopped = false;
  #access: { token: string; renewAt: number } | null = null;
  #refreshing: Promise<string> | null = null;
  #cancelRenewal: () => void = () => {};

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
    this.#refreshToken = options.refreshToken;
    if (options.access) this.#take(options.access.token, options.access.expiresInSeconds);
  }

  /**
   * An access token with life left.
   * @throws RoomlightError `sessionEnded` when only a new sign-in helps; else as `ServerHttp.send`
   */
  current(): Promise<string> {
    const access = this.#access;
    if (access && this.#options.clock() < access.renewAt) return Promise.resolve(access.token);
    return this.#renew();
  }

  /** The server no longer takes `token`; if it is still the current one, the next use begins with a refresh. */
  spoil(token: string): void {
    if (this.#access?.token === token) this.#access = null;
  }

  /** The newest access token, even one that has run out; null before the first. */
  latest(): string | null {
    return this.#latest;
  }

  /** Renews no more. Waits at most `graceMs` for a refresh under way. */
  async stop(graceMs: number): Promise<void> {
    this.#cancelRenewal();
    this.#stopped = true;
    const refreshing = this.#refreshing;
    if (!refreshing) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#options.timers(graceMs, resolve);
      const done = () => {
        cancel();
        resolve();
      };
      refreshing.then(done, done);
    });
  }

  #renew(): Promise<string> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<string> {
    const { http, keep, renewed } = this.#options;
    const { method, path, answer } = { method: 'POST' as const, ...auth.refresh };
    let tokens: Tokens;
    try {
      tokens = await http.send({
        method,
        path,
        answer,
        headers: { [headers.key]: attemptOf(this.#refreshToken, this.#options.workstation) },
        body: { refreshToken: this.#refreshToken },
      });
    } catch (error) {
      throw isOver(error) ? sessionEnded(error) : error;
    }
    // Kept before anything rests on it: when the PC dies now, the next start finds the token that works.
    await keep(tokens.refreshToken);
    this.#refreshToken = tokens.refreshToken;
    this.#take(tokens.accessToken, tokens.expiresInSeconds);
    renewed(tokens.accessToken);
    return tokens.accessToken;
  }

  #take(token: string, expiresInSeconds: number): void {
    const usableMs = expiresInSeconds * 1000 * (1 - leftAtRenewal);
    this.#access = { token, renewAt: this.#options.clock() + usableMs };
    this.#latest = token;
    this.#cancelRenewal();
    if (this.#stopped) return;
    this.#cancelRenewal = this.#options.timers(usableMs, () => this.#renewInTime());
  }

  // A failure here is nobody's yet: whoever needs a token next asks again and hears of it, and a socket whose token
  // runs out is told so by the server and comes back the same way.
  #renewInTime(): void {
    this.#renew().catch(() => {});
  }
}

/**
 * Names the one refresh a token is good for (L4), so that it can be repeated when its answer was lost. The same after
 * a restart of the app, which may come before the answer; unknown to whoever has only the token.
 */
function attemptOf(refreshToken: string, workstation: WorkstationId): string {
  return createHash('sha256').update(`${workstation} ${refreshToken}`).digest('hex');
}

function isOver(error: unknown): boolean {
  return (
    error instanceof RoomlightError &&
    ['sessionEnded', 'unauthenticated', 'invalid'].includes(error.body.kind)
  );
}

function sessionEnded(cause: unknown): RoomlightError {
  if (cause instanceof RoomlightError && cause.body.kind === 'sessionEnded') return cause;
  const message = 'Your sign-in has ended. Sign in again.';
  return new RoomlightError({ kind: 'sessionEnded', message }, { cause });
}
