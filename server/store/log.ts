import type { Kysely } from 'kysely';
import type { ClinicEvent } from '#shared/events.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Store } from './database.ts';
import type { Schema } from './schema.ts';

/** Where the log stands: `head` is the newest `seq`, `floor` the newest one dropped by retention (0: none). */
export interface LogPosition {
  head: number;
  floor: number;
}

export async function readPosition(db: Kysely<Schema>, tenantId: TenantId): Promise<LogPosition> {
  const row = await db
    .selectFrom('tenants')
    .select(['head', 'floor'])
    .where('id', '=', tenantId)
    .executeTakeFirst();
  return row ?? { head: 0, floor: 0 };
}

/** Committed events after `cursor`, in `seq` order, at most `limit`. */
export async function readEvents(
  db: Kysely<Schema>,
  tenantId: TenantId,
  cursor: number,
  limit: number,
): Promise<ClinicEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'type', 'at', 'actor', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('seq', '>', cursor)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

/** All kept events about one entity, oldest first. */
export async function readHistory(
  db: Kysely<Schema>,
  tenantId: TenantId,
  entityId: string,
): Promise<ClinicEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'type', 'at', 'actor', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('entity_id', '=', entityId)
    .orderBy('seq')
    .execute();
  return rows.map(toEvent);
}

// The log was validated when it was written and only transaction.ts writes it; parsing it again with the schema
// at each emission would cost more than the emission.
function toEvent(row: { seq: number; type: string; at: string; actor: string; data: string }): ClinicEvent {
  return {
    seq: row.seq,
    type: row.type,
    at: row.at,
    actor: JSON.parse(row.actor),
    data: JSON.parse(row.data),
  } as ClinicEvent;
}

/**
 * Retention: drops events that are both older than `olderThan` and beyond the newest `keep`, and raises the floor in
 * the same transaction, so that no cursor below it is ever answered with a hole (F5).
 */
export async function dropOldEvents(
  store: Store,
  tenantId: TenantId,
  olderThan: string,
  keep: number,
): Promise<void> {
  await store.write.transaction().execute(async (tx) => {
    const { head, floor } = await readPosition(tx, tenantId);
    const newest = await tx
      .selectFrom('events')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('tenant_id', '=', tenantId)
      .where('at', '<', olderThan)
      .where('seq', '<=', head - keep)
      .executeTakeFirst();
    const upTo = newest?.seq ?? 0;
    if (upTo <= floor) return;
    await tx.deleteFrom('events').where('tenant_id', '=', tenantId).where('seq', '<=', upTo).execute();
    await tx.updateTable('tenants').set({ floor: upTo }).where('id', '=', tenantId).execute();
  });
}
