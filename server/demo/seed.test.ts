import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandRunner } from '#server/commands/runner.ts';
import { conflictsOf } from '#server/domain/slots.ts';
import { IdentityService } from '#server/identity/service.ts';
import { readSnapshot } from '#server/queries/snapshot.ts';
import { readEvents } from '#server/store/log.ts';
import { Transactions } from '#server/store/transaction.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { ClinicEvent } from '#shared/events.ts';
import { LoginBody, Snapshot } from '#shared/http.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { type Appointment, type AppointmentStatus, holdsSlot } from '#shared/schedule.ts';
import {
  dayBounds,
  type LocalDate,
  localDateOf,
  type TimeZone,
  toInstant,
  wallMinutes,
} from '#shared/time.ts';
import { demoPassword, seedDemo } from './seed.ts';

const tenant = 'tenant-demo' as TenantId;
const timeZone = 'America/Chicago' as TimeZone;
const halfPastTen = Date.parse('2026-01-20T16:30:00.000Z');

// Several clinics are made in some tests, on machines that do other things as well.
vi.setConfig({ testTimeout: 30_000 });

let temporary: Awaited<ReturnType<typeof openTemporaryStore>>;

beforeEach(async () => {
  temporary = await openTemporaryStore();
});

afterEach(() => temporary.remove());

async function seeded(now = halfPastTen, seed = 1): Promise<Snapshot> {
  const clock = () => now;
  expect(await seedDemo(temporary.store, { clock, timeZone, seed })).toBe(true);
  const snapshot = await readSnapshot(temporary.store, clock, tenant, null);
  return Snapshot.parse(snapshot);
}

function onDay(appointments: readonly Appointment[], date: string): Appointment[] {
  const { start, end } = dayBounds(date as LocalDate, timeZone);
  return appointments.filter(({ scheduledStart }) => scheduledStart >= start && scheduledStart < end);
}

const inStatus = (appointments: readonly Appointment[], status: AppointmentStatus) =>
  appointments.filter((appointment) => appointment.status === status);

it('has the people of a small practice, who can sign in', async () => {
  const { members, providers, patients, clinic } = await seeded();
  expect(providers.map(({ displayName }) => displayName)).toEqual([
    'Dr. Amara Okafor',
    'Dr. Jonas Lindqvist',
    'Dr. Priya Raman',
    'Kelly Brandt, PA-C',
  ]);
  const roles = members.map(({ role }) => role).toSorted();
  expect(roles).toEqual([
    'admin',
    ...Array(2).fill('assistant'),
    ...Array(3).fill('frontDesk'),
    ...Array(4).fill('provider'),
  ]);
  expect(patients).toHaveLength(400);
  expect(new Set(patients.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).size).toBe(400);
  expect(clinic).toMatchObject({ timeZone, dayStart: 450, dayEnd: 1050 });
  const jwtSecret = 'a secret of the tests, long enough to be one';
  const identity = new IdentityService({ store: temporary.store, clock: () => halfPastTen, jwtSecret });
  for (const [username, role] of [
    ['front', 'frontDesk'],
    ['provider', 'provider'],
    ['assistant', 'assistant'],
    ['admin', 'admin'],
  ]) {
    const body = LoginBody.parse({ tenantId: tenant, username, password: demoPassword });
    expect((await identity.signIn(body, 'tests')).member.role).toBe(role);
  }
});

it('is made once, and never in a database that has a clinic', async () => {
  const { seq } = await seeded();
  expect(await seedDemo(temporary.store, { clock: () => halfPastTen, timeZone })).toBe(false);
  expect((await readSnapshot(temporary.store, () => halfPastTen, tenant, null))?.seq).toBe(seq);
});

it('shows a morning under way', async () => {
  const { appointments } = await seeded();
  const today = onDay(appointments, '2026-01-20');
  const sinceNoon = today.filter(({ scheduledStart }) => wallMinutes(scheduledStart, timeZone) >= 720);
  for (const status of ['checkedOut', 'checkedIn', 'withProvider', 'confirmed'] as const)
    expect(inStatus(today, status).length, status).toBeGreaterThan(0);
  expect(inStatus(sinceNoon, 'checkedOut')).toEqual([]);
});

describe.each([
  ['before opening', '2026-01-20T11:00:00.000Z', 1],
  ['in the morning', '2026-01-20T16:30:00.000Z', 2],
  ['in the afternoon', '2026-01-20T20:45:00.000Z', 3],
  ['late in the evening', '2026-01-21T04:00:00.000Z', 4],
  ['on a Sunday', '2026-01-25T17:00:00.000Z', 5],
  ['on the day clocks go forward', '2026-03-08T16:00:00.000Z', 6],
])('started %s', (_name, at, seed) => {
  const now = Date.parse(at);

  it('shows a day that a clinic could have', async () => {
    const { appointments } = await seeded(now, seed);
    const today = onDay(appointments, localDateOf(toInstant(now), timeZone));
    expect(today.length).toBeGreaterThanOrEqual(50);
    expect(today.length).toBeLessThanOrEqual(72);
    expect(new Set(today.map(({ patientId }) => patientId)).size).toBe(today.length);
    for (const appointment of appointments.filter(({ status }) => holdsSlot(status))) {
      const conflicts = conflictsOf(appointment, appointments);
      const meant = [appointment, ...conflicts].some(({ overbookReason }) => overbookReason !== null);
      expect(conflicts.length === 0 || meant, JSON.stringify(appointment)).toBe(true);
    }
    for (const { updatedAt } of appointments) expect(updatedAt <= toInstant(now)).toBe(true);
    const busy = inStatus(today, 'withProvider');
    expect(new Set(busy.map(({ providerId }) => providerId)).size).toBe(busy.length);
    const rooms = [...busy, ...inStatus(today, 'roomed')].map(({ room }) => room);
    expect(new Set(rooms).size).toBe(rooms.length);
    expect(rooms).not.toContain(null);
  });
});

it('has ended days behind it, days to come before it, a no-show, a cancellation and free time', async () => {
  const { appointments, providers } = await seeded();
  const past = appointments.filter(({ scheduledStart }) => scheduledStart < '2026-01-20T06:00:00.000Z');
  expect(new Set(past.map(({ status }) => status))).toEqual(new Set(['checkedOut', 'cancelled', 'noShow']));
  const days = new Set(appointments.map(({ scheduledStart }) => localDateOf(scheduledStart, timeZone)));
  expect([...days].toSorted().at(0)).toBe('2026-01-13');
  expect([...days].toSorted().at(-1)).toBe('2026-02-09');
  expect(days.size).toBe(20);
  const today = onDay(appointments, '2026-01-20');
  const minutes = today.reduce(
    (sum, { scheduledStart, scheduledEnd }) =>
      sum + (Date.parse(scheduledEnd) - Date.parse(scheduledStart)) / 60_000,
    0,
  );
  expect(minutes / (providers.length * 8 * 60)).toBeLessThan(1);
});

it('F6 L2 L3 its log leads from nothing to what a snapshot shows', async () => {
  const snapshot = await seeded();
  const events = await readEvents(temporary.store.read, tenant, 0, 100_000);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: snapshot.seq }, (_, n) => n + 1));
  const entities = new Map<string, Patient | Appointment>();
  let at = '';
  for (const event of events) {
    ClinicEvent.parse(event);
    expect(event.at >= at).toBe(true);
    ({ at } = event);
    const entity = 'appointment' in event.data ? event.data.appointment : event.data.patient;
    expect(entity.version).toBe((entities.get(entity.id)?.version ?? 0) + 1);
    entities.set(entity.id, entity);
  }
  expect(entities.size).toBe(snapshot.patients.length + snapshot.appointments.length);
  for (const entity of [...snapshot.patients, ...snapshot.appointments])
    expect(entities.get(entity.id)).toEqual(entity);
});

it('is the same for the same seed and moment, and another for another', async () => {
  const stripped = ({ epoch: _epoch, ...rest }: Snapshot) => rest;
  const first = stripped(await seeded());
  const again = async (seed: number) => {
    await temporary.remove();
    temporary = await openTemporaryStore();
    return stripped(await seeded(halfPastTen, seed));
  };
  expect(await again(1)).toEqual(first);
  expect((await again(2)).patients).not.toEqual(first.patients);
});

it('goes on by real commands: the next record number is free', async () => {
  const { members, patients, seq } = await seeded();
  const front = members.find(({ username }) => username === 'front');
  if (!front) throw new Error('the demo has a front desk');
  const runner = new CommandRunner(
    new Transactions(
      temporary.store,
      () => halfPastTen,
      () => {},
    ),
  );
  const caller = {
    ...{ userId: front.id, tenantId: tenant, role: front.role, name: front.displayName, workstation: null },
  };
  const body = { givenName: 'New', familyName: 'Here', birthDate: '1990-01-01' };
  const outcome = await runner.run(caller, { type: 'patient.create', target: null, body, key: null });
  expect(outcome).toMatchObject({ ok: true, answer: { seq: seq + 1, patient: { mrn: '000401' } } });
  expect(patients.map(({ mrn }) => mrn)).not.toContain('000401');
});
