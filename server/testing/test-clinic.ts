import { v4 as uuid } from 'uuid';
import { hashPassword } from '#server/identity/password.ts';
import { insertClinic, type NewClinic, type NewMember } from '#server/store/clinic-setup.ts';
import type { Store } from '#server/store/database.ts';
import type { ProviderId, TenantId, UserId } from '#shared/ids.ts';
import type { Provider, Role } from '#shared/people.ts';
import type { TimeZone } from '#shared/time.ts';

export const testPassword = 'correct horse battery staple';
export const testTenant = 'tenant-test' as TenantId;
export const otherTenant = 'tenant-other' as TenantId;

// All tests may share one hash: making one is slow on purpose.
let hashed: Promise<string> | undefined;

/** Two clinics, each with the users `front`, `provider`, `assistant`, `admin` and two providers. */
export async function insertTestClinics(store: Store, timeZone = 'America/Chicago'): Promise<NewClinic> {
  hashed ??= hashPassword(testPassword);
  const passwordHash = await hashed;
  const clinic = makeClinic(testTenant, timeZone, passwordHash);
  await insertClinic(store.write, clinic);
  await insertClinic(store.write, makeClinic(otherTenant, timeZone, passwordHash));
  return clinic;
}

function makeClinic(id: TenantId, timeZone: string, passwordHash: string): NewClinic {
  const providers = ['Dr. Ada Nwosu', 'Dr. Ben Ito'].map(
    (displayName, position): Provider => ({
      id: uuid() as ProviderId,
      displayName,
      specialty: 'Dermatology',
      position,
    }),
  );
  const member = (username: string, displayName: string, role: Role): NewMember => ({
    id: uuid() as UserId,
    username,
    displayName,
    role,
    providerId: role === 'provider' ? (providers[0]?.id ?? null) : null,
    passwordHash,
  });
  return {
    clinic: {
      id,
      name: `Clinic ${id}`,
      timeZone: timeZone as TimeZone,
      dayStart: 450,
      dayEnd: 1050,
      rooms: ['Room 1', 'Room 2'],
    },
    providers,
    members: [
      member('front', 'Fay Front', 'frontDesk'),
      member('provider', 'Dr. Ada Nwosu', 'provider'),
      member('assistant', 'Ali Assistant', 'assistant'),
      member('admin', 'Ann Admin', 'admin'),
    ],
  };
}
