import { toMilliseconds } from '#shared/time.ts';
import type { Visit } from '../dayView.ts';
import { minutesInStatus } from './lateness.ts';

/** The day in numbers, and whom to look after first. Lists are in the order to act on. */
export interface ClinicFlow {
  waiting: number;
  /** Minutes of the longest wait; 0 when nobody waits. */
  longestWait: number;
  roomed: number;
  withProvider: number;
  checkedOut: number;
  toCome: number;
  noShows: number;
  /** Waiting, longest first. */
  waits: Visit[];
  /** Not here yet, earliest first, overdue ones included. */
  arrivals: Visit[];
}

export function clinicFlow(visits: readonly Visit[], now: number): ClinicFlow {
  const count = (...statuses: Visit['appointment']['status'][]) =>
    visits.filter((visit) => statuses.includes(visit.appointment.status)).length;
  const waits = visits
    .filter((visit) => visit.appointment.status === 'checkedIn')
    .sort((a, b) => sinceOf(a) - sinceOf(b));
  const arrivals = visits
    .filter(({ appointment: { status } }) => status === 'booked' || status === 'confirmed')
    .sort((a, b) => startOf(a) - startOf(b));
  return {
    waiting: waits.length,
    longestWait: waits[0] ? minutesInStatus(waits[0].appointment, now) : 0,
    roomed: count('roomed'),
    withProvider: count('withProvider'),
    checkedOut: count('checkedOut'),
    toCome: arrivals.length,
    noShows: count('noShow'),
    waits,
    arrivals,
  };
}

function sinceOf(visit: Visit): number {
  return toMilliseconds(visit.appointment.statusSince);
}

function startOf(visit: Visit): number {
  return toMilliseconds(visit.appointment.scheduledStart);
}
