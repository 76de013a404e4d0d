import { type Instant, toMilliseconds } from '#shared/time.ts';

/** Whole seconds left, 0 when the moment has come; null when there is no such moment. */
export function secondsUntil(instant: Instant | null, now: number): number | null {
  return instant === null ? null : Math.max(0, Math.ceil((toMilliseconds(instant) - now) / 1000));
}
