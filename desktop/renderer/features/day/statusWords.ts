import type { TFunction } from 'i18next';
import type { Appointment } from '#shared/schedule.ts';
import { toMilliseconds } from '#shared/time.ts';
import { minutesInStatus } from './flow/lateness.ts';

/** Words of this screen, and the clinic's own terms as `clinic:…`. */
export type DayWords = TFunction<['day', 'clinic']>;

/** Minutes after its time from which a visit nobody has come to is called overdue. */
const overdueFrom = 5;

/** `14 min`, `1 h 40 min`. */
export function duration(t: DayWords, minutes: number): string {
  if (minutes < 90) return t('minutes', { count: minutes });
  return t('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/**
 * The status in words, with the time in it on the day itself: `Waiting 14 min`, `Room 2 · 4 min`.
 * @param brief where a line has to hold the name as well
 */
export function statusWords(
  t: DayWords,
  visit: Pick<Appointment, 'status' | 'statusSince' | 'scheduledStart' | 'room'>,
  now: number,
  isToday: boolean,
  brief = false,
): string {
  const { status, room } = visit;
  if (!isToday) return t(`clinic:status.${status}`);
  const since = duration(t, minutesInStatus(visit, now));
  const overdue = Math.floor((now - toMilliseconds(visit.scheduledStart)) / 60_000);
  switch (status) {
    case 'booked':
    case 'confirmed':
      return overdue >= overdueFrom
        ? t('overdue', { since: duration(t, overdue) })
        : t(`clinic:status.${status}`);
    case 'checkedIn':
      return t('waitingSince', { since });
    case 'roomed':
      return room === null ? t('roomedSince', { since }) : t('inRoomSince', { room, since });
    case 'withProvider':
      return t(brief ? 'inVisitSince' : 'withProviderSince', { since });
    case 'checkedOut':
    case 'cancelled':
    case 'noShow':
      return t(`clinic:status.${status}`);
  }
}
