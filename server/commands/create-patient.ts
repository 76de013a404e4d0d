import { v7 as uuid } from 'uuid';
import { invalidValue } from '#server/domain/refusals.ts';
import { insertPatient, takeRecordNumber } from '#server/store/patients.ts';
import { readClinic } from '#server/store/people.ts';
import type { Transaction } from '#server/store/transaction.ts';
import type { PatientId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { type LocalDate, localDateOf } from '#shared/time.ts';
import type { Handler } from './command.ts';

export const createPatient: Handler<'patient.create'> = async ({ tx, body }) => {
  await requireBirthDate(tx, body.birthDate);
  const patient: Patient = {
    id: uuid() as PatientId,
    version: 1,
    mrn: await takeRecordNumber(tx.db, tx.tenantId),
    ...body,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await insertPatient(tx.db, tx.tenantId, patient);
  const seq = await tx.append({ type: 'patient.created', data: { patient } }, patient.id);
  return { patient, seq };
};

async function requireBirthDate(tx: Transaction, birthDate: LocalDate): Promise<void> {
  const clinic = await readClinic(tx.db, tx.tenantId);
  const today = clinic && localDateOf(tx.now, clinic.timeZone);
  if (birthDate < '1900-01-01' || (today && birthDate > today))
    throw invalidValue('birthDate', 'must be a day from 1900 until today');
}
