import { invalidValue } from '#server/domain/refusals.ts';
import type { Transaction } from '#server/store/transaction.ts';
import type { PatientId, ProviderId } from '#shared/ids.ts';

/** @throws `invalid` when the clinic has no such provider */
export async function requireProvider(tx: Transaction, id: ProviderId): Promise<void> {
  await requireRow(tx, 'providers', id, 'providerId', 'names no provider of this clinic');
}

/** @throws `invalid` when the clinic has no such patient */
export async function requirePatient(tx: Transaction, id: PatientId): Promise<void> {
  await requireRow(tx, 'patients', id, 'patientId', 'names no patient of this clinic');
}

async function requireRow(
  tx: Transaction,
  table: 'providers' | 'patients',
  id: string,
  where: string,
  what: string,
): Promise<void> {
  const found = await tx.db
    .selectFrom(table)
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw invalidValue(where, what);
}
