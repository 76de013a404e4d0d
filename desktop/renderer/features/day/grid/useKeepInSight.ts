import { type RefObject, useEffect, useRef } from 'react';
import { useReveals } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';

/** How much of the scroller's right side the panel lies over, in pixels; none in a wide window. */
function overlayOf(scroller: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--overlay')) || 0;
}

/** Scrolls sideways as little as needed, so that the panel covers nothing of what it is about. */
function uncover(scroller: HTMLElement, element: Element): void {
  const edge = scroller.getBoundingClientRect().right - overlayOf(scroller) - 8;
  const hidden = element.getBoundingClientRect().right - edge;
  if (hidden > 0) scroller.scrollLeft += hidden;
}

/**
 * What the person works on stays in sight: the selection when somebody asks for it to be shown, and beside a panel that
 * lies over the grid the visit or the free time it is about. Nothing else ever scrolls the grid.
 */
export function useKeepInSight(scroller: RefObject<HTMLElement | null>): void {
  const reveals = useReveals();
  const { rail } = useDayContext();
  const { selection, shown, booking } = rail;
  const revealed = useRef(reveals);
  useEffect(() => {
    if (reveals === revealed.current || selection === null) return;
    const card = scroller.current?.querySelector<HTMLElement>(`[data-visit="${selection}"]`);
    if (!card) return;
    revealed.current = reveals;
    card.scrollIntoView({ block: 'center', inline: 'nearest' });
    card.focus({ preventScroll: true });
  });
  const place = booking ? `${booking.date} ${booking.time} ${booking.providerId}` : null;
  useEffect(() => {
    const element = scroller.current;
    if (!element || overlayOf(element) === 0) return;
    const wanted = shown === 'visit' ? `[data-visit="${selection}"]` : place && '[data-tentative]';
    const about = wanted && element.querySelector(wanted);
    if (about) uncover(element, about);
  }, [scroller, selection, shown, place]);
}
