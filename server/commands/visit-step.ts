import { invalidValue } from '#server/domain/refusals.ts';
import { type StepDetails, stepNames, takeStep } from '#server/domain/visit.ts';
import { readClinic } from '#server/store/people.ts';
import type { Transaction } from '#server/store/transaction.ts';
import type { AppointmentAnswer } from '#shared/commands.ts';
import type { VisitStep } from '#shared/schedule.ts';
import type { Target } from './command.ts';
import { readTarget, stampOf, writeAppointment } from './write-appointment.ts';

interface StepExecution {
  readonly tx: Transaction;
  readonly target: Target;
  readonly body: StepDetails;
}

/**
 * The command of one step of a visit. A step that takes the time up again (reopen, a late check-in) needs it to be
 * free; there is no overbooking by a step, which would hide what is decided.
 */
export function visitStep(step: VisitStep): (execution: StepExecution) => Promise<AppointmentAnswer> {
  return async ({ tx, target, body }) => {
    const before = await readTarget(tx, target);
    const after = takeStep(before, step, body, stampOf(tx));
    if (body.room !== undefined) await requireRoom(tx, body.room);
    return writeAppointment(tx, { event: stepNames[step].event, before, after, overbookReason: null });
  };
}

async function requireRoom(tx: Transaction, room: string): Promise<void> {
  const clinic = await readClinic(tx.db, tx.tenantId);
  const rooms = clinic?.rooms ?? [];
  if (!rooms.includes(room)) throw invalidValue('room', `must be one of ${rooms.join(', ')}`);
}
