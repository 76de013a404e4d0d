import type { Every } from '#shared/time.ts';

/** Timers that run only when a test says so. */
export interface ManualEvery {
  readonly every: Every;
  /** Lets every timer go off once. */
  readonly tick: () => void;
}

export function manualEvery(): ManualEvery {
  const runs = new Set<() => void>();
  return {
    every(_, run) {
      const own = () => run();
      runs.add(own);
      return () => runs.delete(own);
    },
    tick: () => {
      for (const run of [...runs]) run();
    },
  };
}
