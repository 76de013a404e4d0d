import type { Every } from '#shared/time.ts';

/** Real timers; none keeps the process alive. */
export const everyInterval: Every = (milliseconds, run) => {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};
