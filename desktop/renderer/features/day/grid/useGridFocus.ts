import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AppointmentId } from '#shared/ids.ts';
import type { Axis } from './axis.ts';
import type { ColumnPlan } from './columnPlan.ts';
import { type Direction, type Focus, firstFocus, keptFocus, moveFocus } from './focus.ts';

/** The element of a stop: its card, or the one cursor that stands on free times. */
function elementOf(root: HTMLElement | null, focus: Focus): HTMLElement | null {
  const selector = focus.visitId ? `[data-visit="${focus.visitId}"]` : '[data-slot-cursor]';
  return root?.querySelector<HTMLElement>(selector) ?? null;
}

/**
 * One tab stop for the whole grid, moved by arrows. A change made elsewhere never takes the keyboard away from where the
 * person is typing; when it removes the very card that has it, the keyboard stays at that place.
 */
export function useGridFocus(
  root: RefObject<HTMLElement | null>,
  axis: Axis,
  plans: readonly ColumnPlan[],
  entry: number,
) {
  const [chosen, setChosen] = useState<Focus | null>(null);
  const stops = useMemo(() => plans.map((plan) => plan.stops), [plans]);
  const onAxis = chosen && chosen.at >= axis.start && chosen.at < axis.end ? chosen : null;
  const focus = (onAxis && keptFocus(axis, stops, onAxis)) ?? firstFocus(axis, stops, entry);
  const wanted = useRef(false);
  const last = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const lost = last.current && !last.current.isConnected && document.activeElement === document.body;
    if (focus && (wanted.current || lost)) elementOf(root.current, focus)?.focus();
    wanted.current = false;
    last.current = root.current?.contains(document.activeElement) ? document.activeElement : last.current;
  });

  const go = useCallback((next: Focus) => {
    wanted.current = true;
    setChosen(next);
  }, []);
  const move = useCallback(
    (direction: Direction) => focus && go(moveFocus(axis, stops, focus, direction)),
    [axis, stops, focus, go],
  );
  /** A card that was clicked is where the keyboard goes on from. */
  const noticeVisit = useCallback(
    (id: AppointmentId) => {
      if (focus?.visitId === id) return;
      for (const { providerId, visits } of stops) {
        const visit = visits.find((other) => other.id === id);
        if (visit) setChosen({ providerId, visitId: id, at: visit.start, anchor: visit.start });
      }
    },
    [stops, focus],
  );
  /** The keyboard is on the grid now. */
  const isInside = useCallback(
    () => root.current?.contains(document.activeElement) === true && document.activeElement !== root.current,
    [root],
  );
  return { focus, move, noticeVisit, isInside };
}
