import type { Kysely } from 'kysely';
import type { Actor, NewEvent } from '#shared/events.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Schema } from './schema.ts';

/** An event that happened before the clinic came to this server. */
export interface PastEvent {
  readonly at: Instant;
  readonly actor: Actor;
  readonly entityId: string;
  readonly event: NewEvent;
}

const rowsAtOnce = 200;

/**
 * Fills the empty log of a clinic that is being set up, oldest event first. Only for use in the transaction that also
 * writes the state these events lead to (L1), before anyone can read either.
 */
export async function insertFirstLog(
  db: Kysely<Schema>,
  tenantId: TenantId,
  events: readonly PastEvent[],
): Promise<void> {
  const { head } = await db
    .updateTable('tenants')
    .set((eb) => ({ head: eb('head', '+', events.length) }))
    .where('id', '=', tenantId)
    .returning('head')
    .executeTakeFirstOrThrow();
  if (head !== events.length) throw new Error(`The log of ${tenantId} has begun already.`);
  const rows = events.map(({ at, actor, entityId, event }, index) => ({
    tenant_id: tenantId,
    seq: index + 1,
    type: event.type,
    at,
    entity_id: entityId,
    actor: JSON.stringify(actor),
    data: JSON.stringify(event.data),
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await db
      .insertInto('events')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}
