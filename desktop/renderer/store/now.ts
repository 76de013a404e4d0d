import { useEffect, useState } from 'react';
import { useStore } from './storeContext.ts';

/** Milliseconds until the next full `everyMs` on the clock. */
export function untilNextTick(now: number, everyMs: number): number {
  return everyMs - (now % everyMs);
}

/** The time in milliseconds since 1970, again at every full `everyMs` and whenever the window comes back to sight. */
export function useNow(everyMs = 60_000): number {
  const { clock } = useStore();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      const time = clock();
      setNow(time);
      timer = setTimeout(tick, untilNextTick(time, everyMs));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [clock, everyMs]);
  return now;
}
