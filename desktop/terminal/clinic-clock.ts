import {
  atWallMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  type TimeZone,
  wallMinutes,
} from '#shared/time.ts';
import { words } from './words.ts';

/** `10:42` on the clinic's wall, whatever this PC's time zone. */
export function timeOf(instant: Instant, timeZone: TimeZone): string {
  const minutes = wallMinutes(instant, timeZone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `Tuesday, January 20, 2026`. */
export function longDay(date: LocalDate, timeZone: TimeZone): string {
  return format(date, timeZone, { dateStyle: 'full' });
}

/** The time, and the day unless it is `today`. */
export function timeAndDay(instant: Instant, timeZone: TimeZone, today: LocalDate): string {
  const time = timeOf(instant, timeZone);
  const day = localDateOf(instant, timeZone);
  if (day === today) return time;
  return words.onDay(time, format(day, timeZone, { weekday: 'short', month: 'short', day: 'numeric' }));
}

function format(date: LocalDate, timeZone: TimeZone, how: Intl.DateTimeFormatOptions): string {
  const noon = new Date(atWallMinutes(date, 12 * 60, timeZone));
  return new Intl.DateTimeFormat(words.locale, { ...how, timeZone }).format(noon);
}
