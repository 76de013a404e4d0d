import type { Kysely } from 'kysely';
import type { TenantId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import type { Schema } from './schema.ts';
import { searchText } from './search-text.ts';

/** Adds a patient. Only for use inside a transaction that appends the event as well (L1). */
export async function insertPatient(db: Kysely<Schema>, tenantId: TenantId, patient: Patient): Promise<void> {
  await db
    .insertInto('patients')
    .values({
      id: patient.id,
      tenant_id: tenantId,
      version: patient.version,
      mrn: patient.mrn,
      given_name: patient.givenName,
      family_name: patient.familyName,
      birth_date: patient.birthDate,
      phone: patient.phone,
      search_text: searchText(patient),
      created_at: patient.createdAt,
      updated_at: patient.updatedAt,
    })
    .execute();
}

/** The next record number of the clinic. Never given twice: the counter moves in the same transaction. */
export async function takeRecordNumber(db: Kysely<Schema>, tenantId: TenantId): Promise<string> {
  const { next_mrn } = await db
    .updateTable('tenants')
    .set((eb) => ({ next_mrn: eb('next_mrn', '+', 1) }))
    .where('id', '=', tenantId)
    .returning('next_mrn')
    .executeTakeFirstOrThrow();
  return formatRecordNumber(next_mrn - 1);
}

/** Counts record numbers 1 to `last` as given, in a clinic that brings patients along. */
export async function reserveRecordNumbers(
  db: Kysely<Schema>,
  tenantId: TenantId,
  last: number,
): Promise<void> {
  await db
    .updateTable('tenants')
    .set({ next_mrn: last + 1 })
    .where('id', '=', tenantId)
    .execute();
}

export function formatRecordNumber(number: number): string {
  return String(number).padStart(6, '0');
}
