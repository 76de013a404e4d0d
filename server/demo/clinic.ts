import type { NewClinic, NewMember } from '#server/store/clinic-setup.ts';
import type { ProviderId, TenantId, UserId } from '#shared/ids.ts';
import type { Provider, Role } from '#shared/people.ts';
import type { TimeZone } from '#shared/time.ts';
import type { Random } from './random.ts';

export const demoTenant = 'tenant-demo' as TenantId;

const doctors = [
  ['Dr. Amara Okafor', 'Dermatology', 'provider'],
  ['Dr. Jonas Lindqvist', 'Mohs surgery', 'jonas.lindqvist'],
  ['Dr. Priya Raman', 'Dermatology', 'priya.raman'],
  ['Kelly Brandt, PA-C', 'Dermatology', 'kelly.brandt'],
] as const;

const staff: readonly (readonly [username: string, displayName: string, role: Role])[] = [
  ['front', 'Tess Moreau', 'frontDesk'],
  ['daniel.cho', 'Daniel Cho', 'frontDesk'],
  ['ruth.adler', 'Ruth Adler', 'frontDesk'],
  ['assistant', 'Marisol Vega', 'assistant'],
  ['noah.kessler', 'Noah Kessler', 'assistant'],
  ['admin', 'Omar Said', 'admin'],
];

/**
 * The demo clinic: four providers, three at the front desk, two assistants, one administrator. All share one password,
 * and one hash of it: the password is printed at every start, so that ten salts would keep nothing.
 */
export function demoClinic(timeZone: TimeZone, passwordHash: string, random: Random): NewClinic {
  const member = (
    username: string,
    displayName: string,
    role: Role,
    providerId: ProviderId | null,
  ): NewMember => ({
    ...{ id: random.uuid<UserId>(), username, displayName, role, providerId, passwordHash },
  });
  const providers = doctors.map(
    ([displayName, specialty], position): Provider => ({
      ...{ id: random.uuid<ProviderId>(), displayName, specialty, position },
    }),
  );
  const doctorsSignIns = doctors.map(([displayName, , username], position) =>
    member(username, displayName, 'provider', providers[position]?.id ?? null),
  );
  return {
    clinic: {
      id: demoTenant,
      name: 'Lakeside Dermatology',
      timeZone,
      dayStart: 7 * 60 + 30,
      dayEnd: 17 * 60 + 30,
      rooms: ['Room 1', 'Room 2', 'Room 3', 'Room 4', 'Room 5', 'Room 6'],
    },
    providers,
    members: [
      ...staff.map(([username, displayName, role]) => member(username, displayName, role, null)),
      ...doctorsSignIns,
    ],
  };
}
