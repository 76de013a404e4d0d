import { move } from '#server/domain/appointment.ts';
import type { Handler } from './command.ts';
import { requireProvider } from './known-here.ts';
import { allowedOverbooking, readTarget, stampOf, writeAppointment } from './write-appointment.ts';

export const moveAppointment: Handler<'appointment.move'> = async ({ tx, role, target, body }) => {
  const before = await readTarget(tx, target);
  const after = move(before, body, stampOf(tx));
  await requireProvider(tx, body.providerId);
  return writeAppointment(tx, {
    event: 'appointment.moved',
    before,
    after,
    overbookReason: allowedOverbooking({ role, body }),
  });
};
