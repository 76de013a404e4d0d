import type { Kysely } from 'kysely';
import { toAppointment } from '#server/store/appointments.ts';
import type { Store } from '#server/store/database.ts';
import { readPosition } from '#server/store/log.ts';
import { readClinic, toMember, toPatient } from '#server/store/people.ts';
import type { Schema } from '#server/store/schema.ts';
import type { Snapshot } from '#shared/http.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Clinic } from '#shared/people.ts';
import { addDays, type Clock, dayBounds, type LocalDate, localDateOf, toInstant } from '#shared/time.ts';
import { readProviders } from './clinic.ts';

/** Days before today that a workstation keeps when it asks for none in particular. */
const keptDays = 31;

/**
 * All that a workstation caches, and the `seq` it was read at. Both come from one read transaction, so that the events
 * after `seq` are exactly what the snapshot lacks (F5, F6).
 * @param from first clinic day wanted; null: `keptDays` before today
 * @returns null when there is no such clinic
 */
export async function readSnapshot(
  store: Store,
  clock: Clock,
  tenantId: TenantId,
  from: LocalDate | null,
): Promise<Snapshot | null> {
  return store.read.transaction().execute(async (tx) => {
    const { head: seq } = await readPosition(tx, tenantId);
    const clinic = await readClinic(tx, tenantId);
    if (!clinic) return null;
    const at = toInstant(clock());
    const firstDay = from ?? addDays(localDateOf(at, clinic.timeZone), -keptDays);
    return {
      epoch: store.epoch,
      seq,
      at,
      from: firstDay,
      clinic,
      ...(await readPeople(tx, tenantId)),
      appointments: await readAppointmentsFrom(tx, clinic, firstDay),
    };
  });
}

async function readPeople(tx: Kysely<Schema>, tenantId: TenantId) {
  const members = await tx
    .selectFrom('users')
    .select(['id', 'tenant_id', 'username', 'display_name', 'role', 'provider_id', 'disabled'])
    .where('tenant_id', '=', tenantId)
    .orderBy('display_name')
    .execute();
  const patients = await tx
    .selectFrom('patients')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .execute();
  return {
    members: members.map(toMember),
    providers: await readProviders(tx, tenantId),
    patients: patients.map(toPatient),
  };
}

async function readAppointmentsFrom(tx: Kysely<Schema>, clinic: Clinic, from: LocalDate) {
  const rows = await tx
    .selectFrom('appointments')
    .selectAll()
    .where('tenant_id', '=', clinic.id)
    .where('scheduled_start', '>=', dayBounds(from, clinic.timeZone).start)
    .orderBy('scheduled_start')
    .orderBy('id')
    .execute();
  return rows.map(toAppointment);
}
