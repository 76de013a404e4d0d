import type { ClinicEvent } from '#shared/events.ts';
import { reads } from '#shared/http.ts';
import type { AppointmentId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { LocalDate } from '#shared/time.ts';
import type { SignedInHttp } from './signed-in-http.ts';

// What the cache does not keep and a person may still want to see. All throw as `SignedInHttp.send`.

/** Oldest first. */
export async function readHistory(http: SignedInHttp, id: AppointmentId): Promise<ClinicEvent[]> {
  const { path, answer } = reads.history;
  return (await http.send({ method: 'GET', path: path.replace(':id', id), answer })).events;
}

export async function readDay(http: SignedInHttp, day: LocalDate): Promise<Appointment[]> {
  const { path, answer } = reads.day;
  const query = new URLSearchParams({ day }).toString();
  return (await http.send({ method: 'GET', path: `${path}?${query}`, answer })).appointments;
}
