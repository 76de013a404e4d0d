import { z } from 'zod';
import { UserId, WorkstationId } from './ids.ts';
import { Patient } from './people.ts';
import { Appointment } from './schedule.ts';
import { Instant } from './time.ts';

/** Who did it and where. `workstation` is null for integrations and the server itself. */
export const Actor = z.object({ userId: UserId, name: z.string(), workstation: WorkstationId.nullable() });
export type Actor = z.infer<typeof Actor>;

const envelope = { seq: z.int().positive(), at: Instant, actor: Actor };
const appointment = <T extends string>(type: T) =>
  z.object({ ...envelope, type: z.literal(type), data: z.object({ appointment: Appointment }) });
const patient = <T extends string>(type: T) =>
  z.object({ ...envelope, type: z.literal(type), data: z.object({ patient: Patient }) });

/** One line of the log. `data` is the whole entity after the change (L3). */
export const ClinicEvent = z.discriminatedUnion('type', [
  appointment('appointment.created'),
  appointment('appointment.changed'),
  appointment('appointment.moved'),
  appointment('appointment.confirmed'),
  appointment('appointment.checkedIn'),
  appointment('appointment.roomed'),
  appointment('appointment.started'),
  appointment('appointment.checkedOut'),
  appointment('appointment.cancelled'),
  appointment('appointment.markedNoShow'),
  appointment('appointment.reopened'),
  appointment('appointment.steppedBack'),
  patient('patient.created'),
]);
export type ClinicEvent = z.infer<typeof ClinicEvent>;
export type ClinicEventType = ClinicEvent['type'];
export type ClinicEventOf<T extends ClinicEventType> = Extract<ClinicEvent, { type: T }>;
export type AppointmentEvent = Extract<ClinicEvent, { data: { appointment: Appointment } }>;

/** An event before the log gives it its place: `type` and `data` of one kind belong together. */
export type NewEvent = ClinicEvent extends infer E
  ? E extends ClinicEvent
    ? Pick<E, 'type' | 'data'>
    : never
  : never;

export function isAppointmentEvent(event: ClinicEvent): event is AppointmentEvent {
  return 'appointment' in event.data;
}
