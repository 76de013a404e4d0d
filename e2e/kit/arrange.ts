import type { Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import {
  addDays,
  atWallMinutes,
  type Clock,
  type LocalDate,
  localDateOf,
  toInstant,
  toMilliseconds,
} from '#shared/time.ts';
import type { Api } from './api.ts';

/** Today at the clinic, wherever this machine is. */
export function todayOf(api: Api, clock: Clock = Date.now): LocalDate {
  return localDateOf(toInstant(clock()), api.clinic.timeZone);
}

/** A day nobody is booked on yet: every time on it is free. */
export async function emptyDay(api: Api, from = addDays(todayOf(api), 40)): Promise<LocalDate> {
  const free = (await api.day(from)).length === 0;
  return free ? from : emptyDay(api, addDays(from, 1));
}

type Wanted = { patient: Patient; providerId: string; day: LocalDate; at: string; minutes?: number };

/** Books at a time of the clinic's wall clock, such as `9:30`. */
export async function book(
  api: Api,
  { patient, providerId, day, at, minutes = 30 }: Wanted,
): Promise<Appointment> {
  const [hours = 0, past = 0] = at.split(':').map(Number);
  const start = hours * 60 + past;
  const { timeZone } = api.clinic;
  const answer = await api.do('appointment.book', {
    patientId: patient.id,
    providerId,
    scheduledStart: atWallMinutes(day, start, timeZone),
    scheduledEnd: atWallMinutes(day, start + minutes, timeZone),
    reason: 'Follow-up',
  });
  return answer.appointment;
}

export const nameOf = ({ givenName, familyName }: Patient) => `${givenName} ${familyName}`;

export function minutesOf({ scheduledStart, scheduledEnd }: Appointment): number {
  return (toMilliseconds(scheduledEnd) - toMilliseconds(scheduledStart)) / 60_000;
}

/** Someone whose name is nowhere else, neither in the demo clinic nor on any disk. */
export async function newPatient(api: Api, givenName: string, familyName: string): Promise<Patient> {
  const { patient } = await api.do('patient.create', {
    givenName,
    familyName,
    birthDate: birthDay,
    phone: '',
  });
  return patient;
}

const birthDay = '1961-04-12' as LocalDate;
