import type { Actor, ClinicEvent, ClinicEventOf } from '#shared/events.ts';
import type { Snapshot } from '#shared/http.ts';
import { Snapshot as SnapshotSchema } from '#shared/http.ts';
import { AppointmentId, PatientId, ProviderId, TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import type { Appointment, AppointmentStatus } from '#shared/schedule.ts';
import { addDays, type Instant, LocalDate, toInstant, toMilliseconds } from '#shared/time.ts';

const kinds = { user: 1, provider: 2, patient: 3, appointment: 4 } as const;

function uuidOf(kind: keyof typeof kinds, n: number): string {
  return `${String(kinds[kind]).repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A small clinic for tests of the workstation: ids and names that are the same each time. */
export const today = LocalDate.parse('2026-01-20');
export const morning = '2026-01-20T15:00:00.000Z' as Instant;
export const user = UserId.parse(uuidOf('user', 1));
export const workstation = WorkstationId.parse('desk-1');
export const providers = [
  ProviderId.parse(uuidOf('provider', 1)),
  ProviderId.parse(uuidOf('provider', 2)),
] as const;

export function patient(n: number, more: Partial<Patient> = {}): Patient {
  return {
    id: PatientId.parse(uuidOf('patient', n)),
    version: 1,
    mrn: `RL-${String(n).padStart(5, '0')}`,
    givenName: 'Pat',
    familyName: `Number${n}`,
    birthDate: LocalDate.parse('1980-05-09'),
    phone: '(312) 555-0100',
    createdAt: morning,
    updatedAt: morning,
    ...more,
  };
}

/** @param minutes from `morning` to its start; it lasts half an hour */
export function appointment(n: number, minutes: number, more: Partial<Appointment> = {}): Appointment {
  const start = toMilliseconds(morning) + minutes * 60_000;
  return {
    id: AppointmentId.parse(uuidOf('appointment', n)),
    version: 1,
    patientId: patient(1).id,
    providerId: providers[0],
    scheduledStart: toInstant(start),
    scheduledEnd: toInstant(start + 30 * 60_000),
    status: 'booked' satisfies AppointmentStatus,
    statusSince: morning,
    reason: 'Skin check',
    note: '',
    room: null,
    overbookReason: null,
    cancelReason: null,
    createdAt: morning,
    createdBy: user,
    updatedAt: morning,
    updatedBy: user,
    ...more,
  };
}

export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return SnapshotSchema.parse({
    epoch: 'epoch-1',
    seq: 0,
    at: morning,
    from: addDays(today, -31),
    clinic: {
      id: TenantId.parse('tenant-test'),
      name: 'Test Clinic',
      timeZone: 'America/Chicago',
      dayStart: 480,
      dayEnd: 1080,
      rooms: ['1', '2'],
    },
    members: [
      { id: user, username: 'front', displayName: 'Tess Moreau', role: 'frontDesk', providerId: null },
    ],
    providers: providers.map((id, position) => ({
      id,
      displayName: ['Dr. Lindqvist', 'Dr. Okafor'][position],
      specialty: 'Dermatology',
      position,
    })),
    patients: [patient(1)],
    appointments: [],
    ...more,
  });
}

const actor: Actor = { userId: user, name: 'Tess Moreau', workstation };

export function visitEvent(
  seq: number,
  appointment: Appointment,
  type: 'appointment.created' | 'appointment.moved' | 'appointment.checkedIn' = 'appointment.created',
  at: Instant = morning,
): ClinicEvent {
  return { seq, type, at, actor, data: { appointment } };
}

export function patientEvent(seq: number, patient: Patient): ClinicEventOf<'patient.created'> {
  return { seq, type: 'patient.created', at: morning, actor, data: { patient } };
}
