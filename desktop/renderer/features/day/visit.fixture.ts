import type { AppointmentId, PatientId, ProviderId, UserId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { atWallMinutes, type LocalDate, type TimeZone } from '#shared/time.ts';
import type { Visit } from './dayView.ts';

export const chicago = 'America/Chicago' as TimeZone;
export const monday = '2026-11-23' as LocalDate;
export const okafor = 'a0000000-0000-4000-8000-000000000001' as ProviderId;
export const raman = 'a0000000-0000-4000-8000-000000000002' as ProviderId;

/** A visit of `monday` in Chicago from `start` to `end`, wall-clock minutes; `part` sets anything else. */
export function visitAt(id: string, start: number, end: number, part: Partial<Appointment> = {}): Visit {
  const patientId = `patient-${id}` as PatientId;
  const written = atWallMinutes(monday, 420, chicago);
  return {
    appointment: {
      id: id as AppointmentId,
      version: 1,
      patientId,
      providerId: okafor,
      scheduledStart: atWallMinutes(monday, start, chicago),
      scheduledEnd: atWallMinutes(monday, end, chicago),
      status: 'booked',
      statusSince: written,
      reason: 'Skin check',
      note: '',
      room: null,
      overbookReason: null,
      cancelReason: null,
      createdAt: written,
      createdBy: 'user' as UserId,
      updatedAt: written,
      updatedBy: 'user' as UserId,
      ...part,
    },
    patient: {
      id: patientId,
      version: 1,
      mrn: `RL-${id}`,
      givenName: 'Ada',
      familyName: id,
      birthDate: '1980-02-29' as LocalDate,
      phone: '555-0100',
      createdAt: written,
      updatedAt: written,
    },
  };
}
