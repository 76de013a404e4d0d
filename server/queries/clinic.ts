import type { Kysely } from 'kysely';
import { toProvider } from '#server/store/people.ts';
import type { Schema } from '#server/store/schema.ts';
import type { ClinicFound } from '#shared/http.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Provider } from '#shared/people.ts';
import { protocol } from '#shared/version.ts';

/** The clinic named, or, when none is, the only one there is. */
export async function findClinic(
  db: Kysely<Schema>,
  tenantId: TenantId | undefined,
): Promise<ClinicFound | null> {
  let query = db.selectFrom('tenants').select(['id', 'name']);
  if (tenantId !== undefined) query = query.where('id', '=', tenantId);
  const [found, another] = await query.limit(2).execute();
  return found && !another ? { tenantId: found.id as TenantId, name: found.name, protocol } : null;
}

/** In the order of the day's columns. */
export async function readProviders(db: Kysely<Schema>, tenantId: TenantId): Promise<Provider[]> {
  const rows = await db
    .selectFrom('providers')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('position')
    .execute();
  return rows.map(toProvider);
}
