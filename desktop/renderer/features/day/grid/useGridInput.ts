import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
  useCallback,
  useImperativeHandle,
} from 'react';
import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import { movableStatuses } from '#shared/schedule.ts';
import { useDayContext } from '../dayContext.ts';
import type { ColumnPlan } from './columnPlan.ts';
import type { Tentative } from './dragSession.ts';
import type { Focus } from './focus.ts';
import { type Intent, intentOf } from './keyboard.ts';
import { useDrag } from './useDrag.ts';
import { useGridFocus } from './useGridFocus.ts';
import { useNudge } from './useNudge.ts';

/** What the screen asks of the grid from outside it. */
export interface GridHandle {
  /** The free time or visit the keyboard is on; null while it is elsewhere. */
  place: () => Focus | null;
}

interface Needs {
  scroller: RefObject<HTMLElement | null>;
  columns: RefObject<HTMLElement | null>;
  plans: readonly ColumnPlan[];
  ids: readonly ProviderId[];
  /** Where the keyboard enters. */
  start: number;
  onBook: (providerId: ProviderId, at: number) => void;
  handle: Ref<GridHandle>;
}

/** Mouse and keyboard of the whole grid, listened to in one place however many cards there are. */
export function useGridInput({ scroller, columns, plans, ids, start, onBook, handle }: Needs) {
  const { axis, rail, changes, may } = useDayContext();
  const keyboard = useGridFocus(columns, axis, plans, start);
  const movable = useMovable();
  const onDrop = useCallback(({ visit, to }: Tentative) => void changes.move(visit, to), [changes]);
  const { drag, onPointerDown, wasDrag } = useDrag({
    axis,
    providers: ids,
    scroller,
    columns,
    movable,
    onDrop,
  });
  const { nudge, push } = useNudge(axis, ids, onDrop);
  const { focus, isInside } = keyboard;
  useImperativeHandle(handle, () => ({ place: () => (isInside() ? focus : null) }), [isInside, focus]);

  const open = () => {
    if (!focus) return;
    if (focus.visitId !== null) rail.select(focus.visitId);
    else if (may('appointment.book')) onBook(focus.providerId, focus.at);
  };
  const act = (intent: Intent) => {
    if (intent.type === 'focus') return keyboard.move(intent.direction);
    if (intent.type === 'open') return open();
    const visit = focus?.visitId != null ? movable(focus.visitId) : null;
    if (visit && intent.type !== 'step') push(visit, intent);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const intent = intentOf(event.nativeEvent);
    if (!intent || intent.type === 'step' || drag) return;
    event.preventDefault();
    act(intent);
  };
  const onClick = (event: MouseEvent) => {
    if (wasDrag() || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>('[data-visit]');
    if (card) rail.select(card.dataset.visit as AppointmentId);
    else if (event.target.closest('[data-slot-cursor]')) open();
  };
  const onFocus = (event: FocusEvent) => {
    const id = event.target.closest<HTMLElement>('[data-visit]')?.dataset.visit;
    if (id) keyboard.noticeVisit(id as AppointmentId);
  };
  const handlers = { onPointerDown, onKeyDown, onClick, onFocus };
  return { focus, tentative: drag ?? nudge, dragging: drag !== null, handlers };
}

/** The visit when this person may move it now, else null. */
function useMovable() {
  const { visitOf, may, pending } = useDayContext();
  return useCallback(
    (id: string) => {
      const visit = visitOf(id);
      const free = may('appointment.move') && !pending.marks.has(id);
      return visit && free && movableStatuses.has(visit.appointment.status) ? visit : null;
    },
    [visitOf, may, pending],
  );
}
