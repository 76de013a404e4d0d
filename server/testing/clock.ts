import type { Clock } from '#shared/time.ts';

/** A clock that tests move by hand. */
export interface TestClock {
  readonly now: Clock;
  advance(milliseconds: number): void;
}

/** Starts on Tuesday 2026-01-20, 15:00 UTC: nine in the morning in Chicago. */
export function startTestClock(start = Date.parse('2026-01-20T15:00:00.000Z')): TestClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
