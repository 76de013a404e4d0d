import { cp, mkdir } from 'node:fs/promises';
import { v7 as uuid } from 'uuid';
import type { Caller } from '#server/commands/command.ts';
import { CommandRunner } from '#server/commands/runner.ts';
import { AccessTokens, accessTokenSeconds } from '#server/identity/access-token.ts';
import { Sessions } from '#server/identity/sessions.ts';
import { insertClinic, type NewMember } from '#server/store/clinic-setup.ts';
import { openDataFolder } from '#server/store/data-folder.ts';
import { openStore, type Store } from '#server/store/database.ts';
import { Transactions } from '#server/store/transaction.ts';
import type { PatientId, ProviderId, TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import type { Provider } from '#shared/people.ts';
import type { TimeZone } from '#shared/time.ts';
import { bookingBodies } from '../clients/bookings.ts';

/** A workstation someone is signed in at, with a session of its own. */
export interface Seat {
  readonly workstation: WorkstationId;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
}

/** A clinic at work, as a data folder no server uses yet. */
export interface BenchClinic {
  readonly dataFolder: string;
  readonly jwtSecret: string;
  readonly seats: readonly Seat[];
  readonly providers: readonly ProviderId[];
  readonly patients: readonly PatientId[];
}

const tenantId = 'tenant-bench' as TenantId;
const jwtSecret = 'signs nothing but the tokens of this bench';
const users = 20;
const patientCount = 300;
const bookingCount = 240;

/** Sets up a clinic of four providers, 300 patients, 240 visits and as many signed-in workstations as are asked for. */
export async function prepareClinic(dataFolder: string, seatCount: number): Promise<BenchClinic> {
  await mkdir(dataFolder, { recursive: true });
  const folder = openDataFolder(dataFolder);
  const store = await openStore(folder.databaseFile);
  try {
    const { providers, members } = await insertPeople(store);
    const patients = await fillDays(store, members, providers);
    const seats = await takeSeats(store, members, seatCount);
    return { dataFolder, jwtSecret, seats, providers, patients };
  } finally {
    await store.close();
    folder.release();
  }
}

/** The same clinic again in another folder, for another server. */
export async function copyClinic(clinic: BenchClinic, dataFolder: string): Promise<BenchClinic> {
  await cp(clinic.dataFolder, dataFolder, { recursive: true });
  return { ...clinic, dataFolder };
}

async function insertPeople(store: Store) {
  const providers = ['Dr. Amara Okafor', 'Dr. Leo Brandt', 'Dr. Mina Sato', 'Dr. Paul Roy'].map(
    (displayName, position): Provider => ({
      id: uuid() as ProviderId,
      displayName,
      specialty: 'Dermatology',
      position,
    }),
  );
  // Nobody signs in by password here, so there is none that would fit.
  const members = Array.from(
    { length: users },
    (_, index): NewMember => ({
      id: uuid() as UserId,
      username: `desk${index}`,
      displayName: `Front Desk ${index}`,
      role: 'frontDesk',
      providerId: null,
      passwordHash: '',
    }),
  );
  const clinic = {
    id: tenantId,
    name: 'Bench Dermatology',
    timeZone: 'America/Chicago' as TimeZone,
    dayStart: 450,
    dayEnd: 1050,
    rooms: ['Room 1', 'Room 2'],
  };
  await insertClinic(store.write, { clinic, providers, members });
  return { providers: providers.map(({ id }) => id), members };
}

/** By the server's own commands, so that the log tells of all of it. */
async function fillDays(store: Store, [member]: NewMember[], providers: ProviderId[]): Promise<PatientId[]> {
  if (!member) throw new Error('A clinic needs someone at its desk.');
  const runner = new CommandRunner(new Transactions(store, Date.now, () => {}));
  const caller: Caller = {
    ...member,
    userId: member.id,
    tenantId,
    name: member.displayName,
    workstation: null,
  };
  const once = { target: null, key: null };
  const patients: PatientId[] = [];
  for (let index = 0; index < patientCount; index += 1) {
    const body = {
      givenName: 'Robin',
      familyName: `Patient ${index}`,
      birthDate: '1980-05-17',
      phone: '555 0100',
    };
    const outcome = await runner.run(caller, { type: 'patient.create', ...once, body });
    if (!outcome.ok) throw new Error(outcome.error.message);
    patients.push(outcome.answer.patient.id);
  }
  const nextBody = bookingBodies(providers, patients, new Date());
  for (let index = 0; index < bookingCount; index += 1) {
    const outcome = await runner.run(caller, { type: 'appointment.book', ...once, body: nextBody() });
    if (!outcome.ok) throw new Error(outcome.error.message);
  }
  return patients;
}

async function takeSeats(store: Store, members: readonly NewMember[], count: number): Promise<Seat[]> {
  const sessions = new Sessions(store, Date.now);
  const tokens = new AccessTokens(jwtSecret, Date.now);
  const seats: Seat[] = [];
  for (let index = 0; index < count; index += 1) {
    const workstation = `bench-${index}` as WorkstationId;
    const userId = (members[index % members.length]?.id ?? '') as UserId;
    const { sessionId, refreshToken } = await sessions.open(tenantId, userId, workstation);
    const accessToken = tokens.issue({ userId, tenantId, sessionId });
    seats.push({ workstation, accessToken, expiresInSeconds: accessTokenSeconds, refreshToken });
  }
  return seats;
}
