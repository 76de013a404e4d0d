import type { Cache } from '#desktop/main/cache/cache.ts';
import { type ClinicEvent, isAppointmentEvent } from '#shared/events.ts';
import type { Clinic, Patient } from '#shared/people.ts';
import { localDateOf } from '#shared/time.ts';
import { timeAndDay, timeOf } from './clinic-clock.ts';
import { plain } from './plain.ts';
import { type ChangeWords, words } from './words.ts';

/** `10:42  Tess Moreau moved Carla Nwosu to 11:00 with Dr. Lindqvist`. */
export function changeLine(event: ClinicEvent, cache: Cache, clinic: Clinic): string {
  const sentence = words.changes[event.type](wordsOf(event, cache, clinic));
  return `${timeOf(event.at, clinic.timeZone)}  ${sentence}`;
}

function wordsOf(event: ClinicEvent, cache: Cache, { timeZone }: Clinic): ChangeWords {
  const who = plain(event.actor.name);
  if (!isAppointmentEvent(event))
    return { who, patient: nameOf(event.data.patient), provider: '', when: '', room: '', because: '' };
  const { patientId, providerId, scheduledStart, room, cancelReason } = event.data.appointment;
  const provider = cache.providers().find(({ id }) => id === providerId);
  return {
    who,
    patient: nameOf(cache.patient(patientId)?.patient ?? null),
    provider: plain(provider?.displayName ?? ''),
    when: timeAndDay(scheduledStart, timeZone, localDateOf(event.at, timeZone)),
    room: plain(room ?? words.noRoom),
    because: plain(cancelReason ?? ''),
  };
}

function nameOf(patient: Patient | null): string {
  return patient ? plain(`${patient.givenName} ${patient.familyName}`) : words.someone;
}
