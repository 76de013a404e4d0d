import { change } from '#server/domain/appointment.ts';
import type { Handler } from './command.ts';
import { readTarget, stampOf, writeAppointment } from './write-appointment.ts';

export const changeAppointment: Handler<'appointment.change'> = async ({ tx, target, body }) => {
  const before = await readTarget(tx, target);
  const after = change(before, body, stampOf(tx));
  return writeAppointment(tx, { event: 'appointment.changed', before, after, overbookReason: null });
};
