import type { Result } from '#desktop/bridge/map.ts';

interface Source<T> {
  read: () => Promise<Result<T>>;
  listen: (listener: (value: T) => void) => () => void;
}

/**
 * A value the main process owns: read once, then kept up to date by its push. Null until the first answer.
 * A push is always newer than a read under way, so a late answer never overwrites it.
 */
export class Mirror<T> {
  private value: T | null = null;
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
    void this.source.read().then((result) => {
      if (!heard && result.ok) this.set(result.value);
    });
    return stop;
  }

  readonly get = (): T | null => this.value;

  readonly set = (value: T): void => {
    this.value = value;
    for (const listener of this.listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
