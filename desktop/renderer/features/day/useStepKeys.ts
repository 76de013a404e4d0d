import type { KeyboardEvent } from 'react';
import type { AppointmentId } from '#shared/ids.ts';
import { canMove, moveKey } from './canMove.ts';
import type { DayContextValue } from './dayContext.ts';
import { intentOf } from './grid/keyboard.ts';
import { asks, offeredSteps } from './visitSteps.ts';

/** The visit a key is meant for: the card that has the keyboard, or in the panel the one it shows. */
function meantVisit(target: Element, selection: AppointmentId | null): string | null {
  const card = target.closest<HTMLElement>('[data-visit]')?.dataset.visit;
  if (card) return card;
  return target.closest('[data-panel="visit"]') ? selection : null;
}

function isMoveKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toUpperCase() === moveKey && !ctrlKey && !metaKey && !altKey;
}

/** One letter takes a step of a visit or asks where to move it; what it may be is what its panel offers. */
export function useStepKeys({ visitOf, may, rail, changes, pending }: DayContextValue) {
  return (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.repeat || !(target instanceof HTMLElement)) return;
    if (target.closest('input, textarea, select, [contenteditable="true"], [role="listbox"]')) return;
    const intent = intentOf(event.nativeEvent);
    const id = meantVisit(target, rail.selection);
    const visit = id === null ? undefined : visitOf(id);
    if (!visit) return;
    if (isMoveKey(event) && canMove(visit.appointment, may) && !pending.marks.has(visit.appointment.id)) {
      event.preventDefault();
      return rail.askStep(visit.appointment.id, 'move');
    }
    if (intent?.type !== 'step') return;
    const { status, version, id: visitId } = visit.appointment;
    const { step } = intent;
    if (!offeredSteps(status, may).includes(step)) return;
    event.preventDefault();
    if (asks(step)) rail.askStep(visitId, step);
    else void changes.step(visit, { step }, version);
  };
}
