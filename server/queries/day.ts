import type { Kysely } from 'kysely';
import { toAppointment } from '#server/store/appointments.ts';
import { readClinic } from '#server/store/people.ts';
import type { Schema } from '#server/store/schema.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { dayBounds, type LocalDate } from '#shared/time.ts';

export interface DayWanted {
  readonly day: LocalDate;
  readonly providerId?: string | undefined;
}

/** Appointments that begin on a day of the clinic's own calendar, of every status, by time. */
export async function readDay(
  db: Kysely<Schema>,
  tenantId: TenantId,
  { day, providerId }: DayWanted,
): Promise<Appointment[]> {
  const clinic = await readClinic(db, tenantId);
  if (!clinic) return [];
  const { start, end } = dayBounds(day, clinic.timeZone);
  let query = db
    .selectFrom('appointments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('scheduled_start', '>=', start)
    .where('scheduled_start', '<', end);
  if (providerId !== undefined) query = query.where('provider_id', '=', providerId);
  const rows = await query.orderBy('scheduled_start').orderBy('id').execute();
  return rows.map(toAppointment);
}
