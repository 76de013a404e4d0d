import type { Kysely, Selectable } from 'kysely';
import type { TenantId, UserId } from '#shared/ids.ts';
import type { Clinic, Member, Patient, Provider } from '#shared/people.ts';
import type { Schema } from './schema.ts';

export function toClinic(row: Selectable<Schema['tenants']>): Clinic {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    dayStart: row.day_start,
    dayEnd: row.day_end,
    rooms: JSON.parse(row.rooms),
  } as Clinic;
}

export function toMember(row: Omit<Selectable<Schema['users']>, 'password_hash'>): Member {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    providerId: row.provider_id,
  } as Member;
}

export function toProvider(row: Selectable<Schema['providers']>): Provider {
  return {
    id: row.id,
    displayName: row.display_name,
    specialty: row.specialty,
    position: row.position,
  } as Provider;
}

export function toPatient(row: Selectable<Schema['patients']>): Patient {
  return {
    id: row.id,
    version: row.version,
    mrn: row.mrn,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    phone: row.phone,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  } as Patient;
}

export async function readClinic(db: Kysely<Schema>, tenantId: TenantId): Promise<Clinic | null> {
  const row = await db.selectFrom('tenants').selectAll().where('id', '=', tenantId).executeTakeFirst();
  return row ? toClinic(row) : null;
}

export async function readMember(
  db: Kysely<Schema>,
  tenantId: TenantId,
  userId: UserId,
): Promise<Member | null> {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return row ? toMember(row) : null;
}
