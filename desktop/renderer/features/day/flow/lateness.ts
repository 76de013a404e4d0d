import type { Appointment } from '#shared/schedule.ts';
import { toMilliseconds } from '#shared/time.ts';

/** Below this many minutes nobody calls it late. */
const lateFrom = 5;

type Timed = Pick<Appointment, 'status' | 'scheduledStart' | 'statusSince'>;

/**
 * How far a provider runs behind: whole minutes since the time of the earliest visit whose patient is here and not yet
 * seen; 0 when on time. A patient who has not come does not make the provider late.
 */
export function minutesLate(visits: readonly Timed[], now: number): number {
  const waitingSince = visits
    .filter((visit) => visit.status === 'checkedIn' || visit.status === 'roomed')
    .map((visit) => toMilliseconds(visit.scheduledStart));
  const minutes = Math.floor((now - Math.min(...waitingSince, now)) / 60_000);
  return minutes >= lateFrom ? minutes : 0;
}

/** Whole minutes a visit has been in its status; 0 when this PC's clock runs behind the server's. */
export function minutesInStatus(visit: Pick<Appointment, 'statusSince'>, now: number): number {
  return Math.max(0, Math.floor((now - toMilliseconds(visit.statusSince)) / 60_000));
}

export function waitingCount(visits: readonly Timed[]): number {
  return visits.filter((visit) => visit.status === 'checkedIn').length;
}
