import { v7 as uuid } from 'uuid';
import { book } from '#server/domain/appointment.ts';
import type { AppointmentId } from '#shared/ids.ts';
import type { Handler } from './command.ts';
import { requirePatient, requireProvider } from './known-here.ts';
import { allowedOverbooking, stampOf, writeAppointment } from './write-appointment.ts';

export const bookAppointment: Handler<'appointment.book'> = async ({ tx, role, body }) => {
  await requirePatient(tx, body.patientId);
  await requireProvider(tx, body.providerId);
  return writeAppointment(tx, {
    event: 'appointment.created',
    before: null,
    after: book(uuid() as AppointmentId, body, stampOf(tx)),
    overbookReason: allowedOverbooking({ role, body }),
  });
};
