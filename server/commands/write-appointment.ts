import type { Stamp } from '#server/domain/appointment.ts';
import { notFound, stale } from '#server/domain/refusals.ts';
import { earliestStart, takeSlot, takesTime } from '#server/domain/slots.ts';
import { readAppointment, readAround, saveAppointment } from '#server/store/appointments.ts';
import type { Transaction } from '#server/store/transaction.ts';
import type { AppointmentAnswer } from '#shared/commands.ts';
import type { AppointmentEvent } from '#shared/events.ts';
import { may } from '#shared/permissions.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { Execution, Target } from './command.ts';

export interface Write {
  readonly event: AppointmentEvent['type'];
  readonly before: Appointment | null;
  readonly after: Appointment;
  /** Why taken time is taken all the same; null when no reason was given or the role may not. */
  readonly overbookReason: string | null;
}

/**
 * Saves an appointment with its event (L1, L3), after making sure that the time it takes is free. Both happen in the
 * one transaction that may write, so that of two bookings of a slot the second sees the first.
 */
export async function writeAppointment(tx: Transaction, write: Write): Promise<AppointmentAnswer> {
  const appointment = takesTime(write.before, write.after) ? await claimSlot(tx, write) : write.after;
  await saveAppointment(tx.db, tx.tenantId, appointment);
  const seq = await tx.append({ type: write.event, data: { appointment } }, appointment.id);
  return { appointment, seq };
}

async function claimSlot(tx: Transaction, { after, overbookReason }: Write): Promise<Appointment> {
  const others = await readAround(tx.db, tx.tenantId, after, { earliestStart: earliestStart(after) });
  return takeSlot(after, others, overbookReason);
}

/** The appointment a command names, as its sender saw it (L5). @throws `notFound`, `stale` */
export async function readTarget(tx: Transaction, { id, version }: Target): Promise<Appointment> {
  const current = await readAppointment(tx.db, tx.tenantId, id);
  if (!current) throw notFound('appointment');
  if (current.version !== version) throw stale(current);
  return current;
}

export function stampOf(tx: Transaction): Stamp {
  return { by: tx.actor.userId, at: tx.now };
}

export function allowedOverbooking({
  role,
  body,
}: Pick<Execution<'appointment.book' | 'appointment.move'>, 'role' | 'body'>): string | null {
  return may(role, 'appointment.overbook') ? body.overbookReason : null;
}
