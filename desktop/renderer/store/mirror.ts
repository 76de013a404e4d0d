import type { Result } from '#desktop/bridge/map.ts';
import { type ErrorBody, RoomlightError } from '#shared/errors.ts';
import { errorBodyOf } from './callBridge.ts';

interface Source<T> {
  read: () => Promise<Result<T>>;
  listen: (listener: (value: T) => void) => () => void;
}

/**
 * A value the main process owns: read once, then kept up to date by its push. A push is always newer than a read
 * under way, so a late answer never overwrites it.
 */
export class Mirror<T> {
  private value: T | null = null;
  private failure: ErrorBody | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly source: Source<T>;

  constructor(source: Source<T>) {
    this.source = source;
  }

  /** Returns the function that stops following. */
  follow(): () => void {
    let heard = false;
    const stop = this.source.listen((value) => {
      heard = true;
      this.set(value);
    });
    const take = (result: Result<T>) => {
      if (heard) return;
      if (result.ok) this.set(result.value);
      // With nobody signed in there is nothing to know yet; the sign-in brings the first push.
      else if (result.error.kind !== 'notSignedIn') this.fail(result.error);
    };
    this.source.read().then(take, (error: unknown) => take({ ok: false, error: errorBodyOf(error) }));
    return stop;
  }

  /** Null until the first answer. Throws RoomlightError when the read failed and nothing was pushed since. */
  readonly get = (): T | null => {
    if (this.failure) throw new RoomlightError(this.failure);
    return this.value;
  };

  readonly set = (value: T): void => {
    this.value = value;
    this.failure = null;
    this.tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private fail(failure: ErrorBody): void {
    this.failure = failure;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
