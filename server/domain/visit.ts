import type { AppointmentEvent } from '#shared/events.ts';
import { type Appointment, type AppointmentStatus, statusAfter, type VisitStep } from '#shared/schedule.ts';
import { revise, type Stamp } from './appointment.ts';
import { stepNotAllowed } from './refusals.ts';

/** What each step is called once it has happened, and in the sentence that refuses it. */
export const stepNames: Record<VisitStep, { event: AppointmentEvent['type']; verb: string }> = {
  confirm: { event: 'appointment.confirmed', verb: 'be confirmed' },
  checkIn: { event: 'appointment.checkedIn', verb: 'be checked in' },
  room: { event: 'appointment.roomed', verb: 'be roomed' },
  start: { event: 'appointment.started', verb: 'be started' },
  checkOut: { event: 'appointment.checkedOut', verb: 'be checked out' },
  cancel: { event: 'appointment.cancelled', verb: 'be cancelled' },
  markNoShow: { event: 'appointment.markedNoShow', verb: 'be marked as a no-show' },
  reopen: { event: 'appointment.reopened', verb: 'be reopened' },
  stepBack: { event: 'appointment.steppedBack', verb: 'go back a step' },
};

/** What a step brings along: the room of `room`, the reason of `cancel`. */
export interface StepDetails {
  readonly room?: string;
  readonly cancelReason?: string;
}

// A patient is in a room from being roomed until after leaving; the room stays on record with the finished visit.
const inRoom: ReadonlySet<AppointmentStatus> = new Set(['roomed', 'withProvider', 'checkedOut']);

/**
 * Moves a visit along by the table of shared/schedule.ts. Whether its time is still free is decided by slots.ts.
 * @throws `stepNotAllowed`
 */
export function takeStep(
  current: Appointment,
  step: VisitStep,
  details: StepDetails,
  stamp: Stamp,
): Appointment {
  const status = statusAfter(current.status, step);
  if (status === null) throw stepNotAllowed(current, stepNames[step].verb);
  return revise(
    current,
    {
      status,
      statusSince: status === current.status ? current.statusSince : stamp.at,
      room: inRoom.has(status) ? (details.room ?? current.room) : null,
      cancelReason: status === 'cancelled' ? (details.cancelReason ?? null) : null,
    },
    stamp,
  );
}
