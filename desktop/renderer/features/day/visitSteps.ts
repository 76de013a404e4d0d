import type { Right } from '#shared/permissions.ts';
import { type AppointmentStatus, statusAfter, type VisitStep } from '#shared/schedule.ts';

/** In the order of a visit, the way out last. */
const inOrder: readonly VisitStep[] = [
  'confirm',
  'checkIn',
  'room',
  'start',
  'checkOut',
  'reopen',
  'markNoShow',
  'cancel',
  'stepBack',
];

/** The step that usually comes next, from each status; the first one the person may take. */
const usual: Partial<Record<AppointmentStatus, readonly VisitStep[]>> = {
  booked: ['checkIn', 'confirm'],
  confirmed: ['checkIn'],
  checkedIn: ['room', 'start'],
  roomed: ['start', 'checkOut'],
  withProvider: ['checkOut'],
  noShow: ['checkIn', 'reopen'],
  cancelled: ['reopen'],
};

/** The steps the table of transitions allows from here and this person may take. */
export function offeredSteps(status: AppointmentStatus, may: (right: Right) => boolean): VisitStep[] {
  return inOrder.filter((step) => statusAfter(status, step) !== null && may(`appointment.${step}`));
}

/** The one of them to put first; null when none leads onward. */
export function usualStep(status: AppointmentStatus, offered: readonly VisitStep[]): VisitStep | null {
  return usual[status]?.find((step) => offered.includes(step)) ?? null;
}

/** Steps that need a word from the person before they are sent. */
export type AskingStep = 'room' | 'cancel' | 'markNoShow';

export function asks(step: VisitStep): step is AskingStep {
  return step === 'room' || step === 'cancel' || step === 'markNoShow';
}
