import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Axis, offsetOf } from './axis.ts';

/**
 * Where the grid is scrolled to: at now when first shown and when today is asked for again (`todayAsked` grows), and
 * from then on only where the person puts it. When an early visit stretches the axis upwards, what was in view stays.
 */
export function useGridScroll(
  scroller: RefObject<HTMLElement | null>,
  axis: Axis,
  start: { at: number; todayAsked: number },
): void {
  const { at, todayAsked } = start;
  const latest = useRef({ axis, at });
  useLayoutEffect(() => {
    const before = latest.current.axis;
    const element = scroller.current;
    if (element && before.date === axis.date && before.start !== axis.start)
      element.scrollTop += offsetOf(axis, before.start);
    latest.current = { axis, at };
  }, [scroller, axis, at]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Counting `todayAsked` is all it is for here.
    void todayAsked;
    const top = offsetOf(latest.current.axis, latest.current.at);
    element.scrollTop = Math.max(0, top - element.clientHeight / 3);
  }, [scroller, todayAsked]);
}
