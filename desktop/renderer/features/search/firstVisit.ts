import type { Appointment } from '#shared/schedule.ts';
import { type LocalDate, localDateOf, type TimeZone } from '#shared/time.ts';

type Times = Pick<Appointment, 'scheduledStart' | 'status'>;

/** Which of a patient's visits, newest first, is most likely meant: today's, else the next one, else the latest. */
export function firstVisit(visits: readonly Times[], today: LocalDate, timeZone: TimeZone): number {
  return Math.max(
    0,
    visits.findLastIndex(
      ({ status, scheduledStart }) =>
        status !== 'cancelled' && localDateOf(scheduledStart, timeZone) >= today,
    ),
  );
}
