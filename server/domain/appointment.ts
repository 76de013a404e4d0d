import type { AppointmentId, UserId } from '#shared/ids.ts';
import {
  type Appointment,
  type BookAppointment,
  type ChangeAppointment,
  type MoveAppointment,
  movableStatuses,
} from '#shared/schedule.ts';
import type { Instant } from '#shared/time.ts';
import { stepNotAllowed } from './refusals.ts';

/** Who changes it and when. */
export interface Stamp {
  readonly by: UserId;
  readonly at: Instant;
}

/** A new appointment. Whether its time is free is decided by slots.ts. */
export function book(id: AppointmentId, wanted: BookAppointment, { by, at }: Stamp): Appointment {
  return {
    id,
    version: 1,
    patientId: wanted.patientId,
    providerId: wanted.providerId,
    scheduledStart: wanted.scheduledStart,
    scheduledEnd: wanted.scheduledEnd,
    status: 'booked',
    statusSince: at,
    reason: wanted.reason,
    note: wanted.note,
    room: null,
    overbookReason: null,
    cancelReason: null,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
  };
}

/** The next version of an appointment: every change goes through here, so that none forgets to count (L5). */
export function revise(current: Appointment, changes: Partial<Appointment>, { by, at }: Stamp): Appointment {
  return { ...current, ...changes, version: current.version + 1, updatedAt: at, updatedBy: by };
}

/** To another time, length or provider. @throws `stepNotAllowed` once the visit is under way or over */
export function move(current: Appointment, to: MoveAppointment, stamp: Stamp): Appointment {
  if (!movableStatuses.has(current.status)) throw stepNotAllowed(current, 'be moved');
  const { providerId, scheduledStart, scheduledEnd } = to;
  return revise(current, { providerId, scheduledStart, scheduledEnd }, stamp);
}

/** What the visit is about. Allowed in every status: a note may be put right afterwards. */
export function change(current: Appointment, to: ChangeAppointment, stamp: Stamp): Appointment {
  return revise(current, { reason: to.reason, note: to.note }, stamp);
}
