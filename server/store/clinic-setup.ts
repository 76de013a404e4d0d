import type { Kysely } from 'kysely';
import type { TenantId } from '#shared/ids.ts';
import type { Clinic, Member, Provider } from '#shared/people.ts';
import type { Schema } from './schema.ts';

export interface NewMember extends Member {
  readonly passwordHash: string;
}

/** What a clinic is before its first patient. */
export interface NewClinic {
  readonly clinic: Clinic;
  readonly providers: readonly Provider[];
  readonly members: readonly NewMember[];
}

/** Sets up a clinic with an empty log. */
export async function insertClinic(
  db: Kysely<Schema>,
  { clinic, providers, members }: NewClinic,
): Promise<void> {
  await db
    .insertInto('tenants')
    .values({
      id: clinic.id,
      name: clinic.name,
      time_zone: clinic.timeZone,
      day_start: clinic.dayStart,
      day_end: clinic.dayEnd,
      rooms: JSON.stringify(clinic.rooms),
      head: 0,
      floor: 0,
      next_mrn: 1,
    })
    .execute();
  for (const provider of providers) await insertProvider(db, clinic.id, provider);
  for (const member of members) await insertMember(db, clinic.id, member);
}

export async function insertProvider(
  db: Kysely<Schema>,
  tenantId: TenantId,
  provider: Provider,
): Promise<void> {
  await db
    .insertInto('providers')
    .values({
      id: provider.id,
      tenant_id: tenantId,
      display_name: provider.displayName,
      specialty: provider.specialty,
      position: provider.position,
    })
    .execute();
}

/** User names are kept in small letters: signing in does not mind their case. */
export async function insertMember(db: Kysely<Schema>, tenantId: TenantId, member: NewMember): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: member.id,
      tenant_id: tenantId,
      username: member.username.toLowerCase(),
      display_name: member.displayName,
      role: member.role,
      provider_id: member.providerId,
      password_hash: member.passwordHash,
    })
    .execute();
}
