import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ProviderId } from '#shared/ids.ts';
import type { Visit } from '../dayView.ts';
import type { Axis } from './axis.ts';
import type { DragKind } from './drag.ts';
import { DragSession, type Tentative } from './dragSession.ts';

interface DragNeeds {
  axis: Axis;
  providers: readonly ProviderId[];
  scroller: RefObject<HTMLElement | null>;
  columns: RefObject<HTMLElement | null>;
  /** The visit when this person may move it now. */
  movable: (id: string) => Visit | null;
  onDrop: (dropped: Tentative) => void;
}

/** What was pressed: a card is moved, its lower edge resizes it. */
function pressedOn(target: EventTarget): { id: string; kind: DragKind } | null {
  if (!(target instanceof Element)) return null;
  const edge = target.closest<HTMLElement>('[data-resize]')?.dataset.resize;
  if (edge) return { id: edge, kind: 'resize' };
  const card = target.closest<HTMLElement>('[data-visit]')?.dataset.visit;
  return card ? { id: card, kind: 'move' } : null;
}

/** Dragging with a mouse or pen. `wasDrag` tells a click that ends a drag from one that selects. */
export function useDrag(needs: DragNeeds) {
  const [drag, setDrag] = useState<Tentative | null>(null);
  const session = useRef<DragSession | null>(null);
  const moved = useRef(false);
  const latest = useRef(needs);
  useEffect(() => {
    latest.current = needs;
  });
  useEffect(() => () => session.current?.cancel(), []);
  const onPointerDown = useCallback((event: PointerEvent) => {
    moved.current = false;
    const { axis, providers, scroller, columns, movable } = latest.current;
    const pressed = event.button === 0 && event.pointerType !== 'touch' ? pressedOn(event.target) : null;
    const visit = pressed && movable(pressed.id);
    if (!visit || !scroller.current || !columns.current) return;
    const onChange = (tentative: Tentative) => {
      moved.current = true;
      setDrag(tentative);
    };
    const onEnd = (dropped: Tentative | null) => {
      session.current = null;
      setDrag(null);
      if (dropped) latest.current.onDrop(dropped);
    };
    const places = { scroller: scroller.current, columns: columns.current };
    session.current = new DragSession(
      { axis, providers, ...places, kind: pressed.kind, visit, onChange, onEnd },
      event,
    );
  }, []);
  const wasDrag = useCallback(() => moved.current, []);
  return { drag, onPointerDown, wasDrag };
}
