import type { Actor, AppointmentEvent } from '#shared/events.ts';
import { AppointmentId, PatientId, ProviderId, UserId, WorkstationId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { toInstant } from '#shared/time.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const start = Date.parse('2026-01-20T16:00:00Z');

export const me = UserId.parse(uuid(1));
export const here = WorkstationId.parse('front-1');
export const own: Actor = { userId: me, name: 'Maya Santos', workstation: here };
export const tess: Actor = {
  userId: UserId.parse(uuid(2)),
  name: 'Tess Moreau',
  workstation: WorkstationId.parse('front-2'),
};

export function appointment(n: number, part: Partial<Appointment> = {}): Appointment {
  return {
    id: AppointmentId.parse(uuid(100 + n)),
    version: 1,
    patientId: PatientId.parse(uuid(200 + n)),
    providerId: ProviderId.parse(uuid(300)),
    scheduledStart: toInstant(start),
    scheduledEnd: toInstant(start + 30 * 60_000),
    status: 'booked',
    statusSince: toInstant(start),
    reason: '',
    note: '',
    room: null,
    overbookReason: null,
    cancelReason: null,
    createdAt: toInstant(0),
    createdBy: me,
    updatedAt: toInstant(0),
    updatedBy: me,
    ...part,
  };
}

export function changeOf(n: number, actor: Actor = tess): AppointmentEvent {
  const data = { appointment: appointment(n) };
  return { seq: n, at: toInstant(start), actor, type: 'appointment.changed', data };
}
