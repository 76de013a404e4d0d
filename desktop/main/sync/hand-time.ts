import type { Clock } from '#shared/time.ts';
import type { Timers } from './timers.ts';

/** Time that tests move by hand. */
export interface HandTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** How far ahead each planned task lies, in milliseconds, the nearest first. */
  ahead(): number[];
  /** Runs what is due on the way, in order of time. */
  advance(milliseconds: number): void;
}

export function handTime(start = Date.parse('2026-01-20T15:00:00.000Z')): HandTime {
  let now = start;
  let planned: { at: number; task: () => void }[] = [];
  const inOrder = () => planned.toSorted((a, b) => a.at - b.at);
  return {
    clock: () => now,
    timers(milliseconds, task) {
      const one = { at: now + milliseconds, task };
      planned.push(one);
      return () => {
        planned = planned.filter((other) => other !== one);
      };
    },
    ahead: () => inOrder().map(({ at }) => at - now),
    advance(milliseconds) {
      const until = now + milliseconds;
      for (let next = inOrder()[0]; next && next.at <= until; next = inOrder()[0]) {
        const due = next;
        planned = planned.filter((other) => other !== due);
        now = due.at;
        due.task();
      }
      now = until;
    },
  };
}
