/** Runs `task` once after `milliseconds`; the returned function calls it off. */
export type Timers = (milliseconds: number, task: () => void) => () => void;

export const realTimers: Timers = (milliseconds, task) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};
