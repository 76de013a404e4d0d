import { expect, test } from 'vitest';
import { Command, commands } from '#shared/commands.ts';
import type { AppointmentId, PatientId, ProviderId, UserId } from '#shared/ids.ts';
import { Clinic, type Provider } from '#shared/people.ts';
import { may } from '#shared/permissions.ts';
import { type Appointment, AppointmentStatus, statusAfter, VisitStep } from '#shared/schedule.ts';
import { Instant, LocalDate } from '#shared/time.ts';
import { type Day, nextDeed } from './deeds.ts';
import { seeded } from './random.ts';

const clinic = Clinic.parse({
  id: 'tenant-demo',
  name: 'Demo',
  timeZone: 'America/Chicago',
  dayStart: 8 * 60,
  dayEnd: 17 * 60,
  rooms: ['1', '2', '3'],
});
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const now = Instant.parse('2026-01-20T10:00:00-06:00');
const provider: Provider = { id: uuid(1) as ProviderId, displayName: 'Dr. A', specialty: '', position: 0 };

function visit(n: number, status: AppointmentStatus, minutesFromNow: number): Appointment {
  const start = Date.parse(now) + minutesFromNow * 60_000;
  return {
    id: uuid(n) as AppointmentId,
    version: n,
    patientId: uuid(99) as PatientId,
    providerId: provider.id,
    scheduledStart: Instant.parse(new Date(start).toISOString()),
    scheduledEnd: Instant.parse(new Date(start + 30 * 60_000).toISOString()),
    status,
    statusSince: now,
    reason: '',
    note: '',
    room: status === 'roomed' ? '1' : null,
    overbookReason: null,
    cancelReason: null,
    createdAt: now,
    createdBy: uuid(2) as UserId,
    updatedAt: now,
    updatedBy: uuid(2) as UserId,
  };
}

const appointments = AppointmentStatus.options.flatMap((status, n) => [
  visit(10 * n + 10, status, -60 + n),
  visit(10 * n + 11, status, 10 + n),
  visit(10 * n + 12, status, 120 + n),
]);
const day: Day = {
  clinic,
  date: LocalDate.parse('2026-01-20'),
  now,
  providers: [provider],
  patients: [uuid(99) as PatientId],
  appointments,
};
const roles = { front: 'frontDesk', assistant: 'assistant', provider: 'provider' } as const;

function isAllowedNow(command: Command): boolean {
  const step = VisitStep.safeParse(command.type.split('.')[1]).data;
  const target = appointments.find(({ id }) => id === command.id);
  return !step || !target || statusAfter(target.status, step) !== null;
}

test('every deed is a whole command, allowed to its person and from where the visit stands', () => {
  const seed = 20_260_120;
  const random = seeded(seed);
  const seen = new Set<string>();
  for (let n = 0; n < 2_000; n++) {
    const deed = nextDeed(day, random);
    if (!deed) throw new Error(`nothing to do, seed ${seed}`);
    const { by, command } = deed;
    seen.add(command.type);
    expect(Command.safeParse(command).error, `seed ${seed}`).toBeUndefined();
    expect(may(roles[by], command.type), `${by} ${command.type}`).toBe(true);
    expect(isAllowedNow(command), command.type).toBe(true);
  }
  const unused = ['appointment.change', 'appointment.reopen', 'appointment.stepBack', 'patient.create'];
  expect([...seen].sort()).toEqual(
    Object.keys(commands)
      .filter((type) => !unused.includes(type))
      .sort(),
  );
});

test('the same seed gives the same day', () => {
  const play = () => {
    const random = seeded(7);
    return Array.from({ length: 50 }, () => nextDeed(day, random));
  };
  expect(play()).toEqual(play());
});

test('a clinic without patients and visits has nothing to do', () => {
  expect(nextDeed({ ...day, patients: [], appointments: [] }, seeded(1))).toBeUndefined();
});

test('in the evening the visits left are played in order, and tomorrow’s are not', () => {
  const evening = { ...day, now: Instant.parse('2026-01-20T19:00:00-06:00') };
  const types = new Set(Array.from({ length: 200 }, (_, n) => nextDeed(evening, seeded(n))?.command.type));
  expect(types).toContain('appointment.checkIn');
  const tomorrow = { ...evening, date: LocalDate.parse('2026-01-21') };
  const later = new Set(Array.from({ length: 200 }, (_, n) => nextDeed(tomorrow, seeded(n))?.command.type));
  expect(later).not.toContain('appointment.checkIn');
});
