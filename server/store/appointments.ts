import type { Kysely, Selectable } from 'kysely';
import type { TenantId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { Schema } from './schema.ts';

export function toAppointment(row: Selectable<Schema['appointments']>): Appointment {
  return {
    id: row.id,
    version: row.version,
    patientId: row.patient_id,
    providerId: row.provider_id,
    scheduledStart: row.scheduled_start,
    scheduledEnd: row.scheduled_end,
    status: row.status,
    statusSince: row.status_since,
    reason: row.reason,
    note: row.note,
    room: row.room,
    overbookReason: row.overbook_reason,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  } as Appointment;
}

function toRow(tenantId: TenantId, appointment: Appointment): Schema['appointments'] {
  return {
    id: appointment.id,
    tenant_id: tenantId,
    version: appointment.version,
    patient_id: appointment.patientId,
    provider_id: appointment.providerId,
    scheduled_start: appointment.scheduledStart,
    scheduled_end: appointment.scheduledEnd,
    status: appointment.status,
    status_since: appointment.statusSince,
    reason: appointment.reason,
    note: appointment.note,
    room: appointment.room,
    overbook_reason: appointment.overbookReason,
    cancel_reason: appointment.cancelReason,
    created_at: appointment.createdAt,
    created_by: appointment.createdBy,
    updated_at: appointment.updatedAt,
    updated_by: appointment.updatedBy,
  };
}

export async function readAppointment(
  db: Kysely<Schema>,
  tenantId: TenantId,
  id: string,
): Promise<Appointment | null> {
  const row = await db
    .selectFrom('appointments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toAppointment(row) : null;
}

/**
 * Appointments of a provider that touch a span of time, of every status, itself left out. `reach` bounds how long
 * an appointment can be, so that the index finds those that began before the span.
 */
export async function readAround(
  db: Kysely<Schema>,
  tenantId: TenantId,
  wanted: Appointment,
  reach: { earliestStart: string },
): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('appointments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('provider_id', '=', wanted.providerId)
    .where('scheduled_start', '>=', reach.earliestStart)
    .where('scheduled_start', '<', wanted.scheduledEnd)
    .where('scheduled_end', '>', wanted.scheduledStart)
    .where('id', '!=', wanted.id)
    .orderBy('scheduled_start')
    .execute();
  return rows.map(toAppointment);
}

/** Writes the appointment as it now is. Only for use inside a transaction that appends the event as well (L1). */
export async function saveAppointment(
  db: Kysely<Schema>,
  tenantId: TenantId,
  appointment: Appointment,
): Promise<void> {
  const { id, tenant_id, ...columns } = toRow(tenantId, appointment);
  await db
    .insertInto('appointments')
    .values({ id, tenant_id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}
