import type { Clock } from '#shared/time.ts';
import type { Timers } from './timers.ts';

const firstMs = 500;
const mostMs = 15_000;

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly timers: Timers;
}

/**
 * W4: when to try again. Full jitter: anywhere from now to a bound that grows from 0.5 s to 15 s. The bound is how long it
 * has not worked, so that nobody is away for more than twice as long as the server was, however its dice fall.
 */
export class Retry {
  readonly #options: RetryOptions;
  /** When the first of the failures in a row was. */
  #since: number | null = null;
  #planned: { at: number; task: () => void; cancel: () => void } | null = null;

  constructor(options: RetryOptions) {
    this.#options = options;
  }

  /** When the planned try begins, in milliseconds since 1970; null when none is planned. */
  get at(): number | null {
    return this.#planned?.at ?? null;
  }

  /** Plans one try, in the place of any planned before, not sooner than `atLeastMs` from now. */
  plan(task: () => void, atLeastMs = 0): void {
    this.cancel();
    const { clock, random, timers } = this.#options;
    const now = clock();
    this.#since ??= now;
    const bound = Math.min(mostMs, Math.max(firstMs, now - this.#since));
    const delay = Math.max(atLeastMs, Math.round(random() * bound));
    const cancel = timers(delay, () => {
      this.#planned = null;
      task();
    });
    this.#planned = { at: now + delay, task, cancel };
  }

  /** Makes the planned try now. False when none is planned. */
  now(): boolean {
    const planned = this.#planned;
    if (!planned) return false;
    this.cancel();
    planned.task();
    return true;
  }

  /** It worked: the next failure begins from the shortest bound again. */
  reset(): void {
    this.#since = null;
  }

  cancel(): void {
    this.#planned?.cancel();
    this.#planned = null;
  }
}
