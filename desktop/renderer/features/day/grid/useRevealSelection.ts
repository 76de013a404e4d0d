import { type RefObject, useEffect, useRef } from 'react';
import type { AppointmentId } from '#shared/ids.ts';

/** Scrolls the selection into sight when somebody asks for it (`reveals` grows), as soon as its card is there. */
export function useRevealSelection(
  root: RefObject<HTMLElement | null>,
  reveals: number,
  selection: AppointmentId | null,
): void {
  const shown = useRef(reveals);
  useEffect(() => {
    if (reveals === shown.current || selection === null) return;
    const card = root.current?.querySelector<HTMLElement>(`[data-visit="${selection}"]`);
    if (!card) return;
    shown.current = reveals;
    card.scrollIntoView({ block: 'center', inline: 'nearest' });
    card.focus({ preventScroll: true });
  });
}
