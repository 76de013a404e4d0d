import fc from 'fast-check';
import type { AppointmentId, PatientId, ProviderId, UserId } from '#shared/ids.ts';
import { type Appointment, AppointmentStatus } from '#shared/schedule.ts';
import { type Instant, toInstant } from '#shared/time.ts';

const morning = Date.parse('2026-01-20T14:00:00.000Z');

export function minutesAfter(minutes: number): Instant {
  return toInstant(morning + minutes * 60_000);
}

const span = fc
  .record({ from: fc.integer({ min: 0, max: 240 }), length: fc.integer({ min: 5, max: 90 }) })
  .map(({ from, length }) => ({
    scheduledStart: minutesAfter(from),
    scheduledEnd: minutesAfter(from + length),
  }));

const text = fc.string({ maxLength: 12 });
const provider = fc.constantFrom(
  'a4d6c5d0-6a0c-4f0e-9a7b-1c7c44f0a001',
  'a4d6c5d0-6a0c-4f0e-9a7b-1c7c44f0a002',
) as fc.Arbitrary<ProviderId>;

const appointment: fc.Arbitrary<Appointment> = fc
  .record({
    id: fc.uuid() as fc.Arbitrary<AppointmentId>,
    version: fc.integer({ min: 1, max: 50 }),
    patientId: fc.uuid() as fc.Arbitrary<PatientId>,
    providerId: provider,
    status: fc.constantFrom(...AppointmentStatus.options),
    statusSince: fc.constant(minutesAfter(0)),
    reason: text,
    note: text,
    room: fc.option(text),
    overbookReason: fc.option(text),
    cancelReason: fc.option(text),
    createdAt: fc.constant(minutesAfter(-600)),
    createdBy: fc.uuid() as fc.Arbitrary<UserId>,
    updatedAt: fc.constant(minutesAfter(0)),
    updatedBy: fc.uuid() as fc.Arbitrary<UserId>,
  })
  .chain((rest) => span.map((when) => ({ ...rest, ...when })));

/** Appointments of one morning with two providers, dense enough that many of them overlap. */
export const anyAppointment = { span, appointment };
