import type { Clinic } from '#shared/people.ts';
import {
  atWallMinutes,
  dayBounds,
  type Instant,
  type LocalDate,
  type TimeZone,
  toInstant,
  toMilliseconds,
  wallMinutes,
} from '#shared/time.ts';

export const pixelsPerMinute = 2.4;
export const minute = 60_000;
const hour = 60 * minute;
const quarter = 15 * minute;

/** `label`: what the clinic's wall clock shows. `zone` tells apart an hour that comes twice, else null. */
export interface HourMark {
  at: number;
  label: string;
  zone: string | null;
}

/**
 * The time axis of one clinic day. All moments are milliseconds since 1970. The axis runs in elapsed time, not in
 * wall-clock numbers: on the day of the spring change an hour is missing from its labels, on the autumn day one comes
 * twice, and a 30-minute visit is as tall as any other on both.
 */
export interface Axis {
  date: LocalDate;
  timeZone: TimeZone;
  /** Midnight of the clinic day: snapping counts from here, so snapped times are round on the wall clock. */
  midnight: number;
  start: number;
  end: number;
  /** The clinic's hours; what lies outside is drawn as closed. */
  opens: number;
  closes: number;
  hours: HourMark[];
}

type Hours = Pick<Clinic, 'timeZone' | 'dayStart' | 'dayEnd'>;
type Times = { scheduledStart: Instant; scheduledEnd: Instant };

/** The clinic's hours, stretched by whole hours to hold every visit of the day. */
export function dayAxis(date: LocalDate, clinic: Hours, visits: readonly Times[]): Axis {
  const { timeZone } = clinic;
  const bounds = dayBounds(date, timeZone);
  const midnight = toMilliseconds(bounds.start);
  const nextMidnight = toMilliseconds(bounds.end);
  const wall = (minutes: number) => toMilliseconds(atWallMinutes(date, minutes, timeZone));
  const told = clinic.dayEnd > clinic.dayStart;
  const opens = told ? wall(clinic.dayStart) : midnight;
  const closes = told ? Math.min(wall(clinic.dayEnd), nextMidnight) : nextMidnight;
  let first = opens;
  let last = closes;
  for (const visit of visits) {
    first = Math.min(first, toMilliseconds(visit.scheduledStart));
    last = Math.max(last, toMilliseconds(visit.scheduledEnd));
  }
  const start = Math.max(midnight, midnight + Math.floor((first - midnight) / hour) * hour);
  const end = Math.min(nextMidnight, midnight + Math.ceil((last - midnight) / hour) * hour);
  return { date, timeZone, midnight, start, end, opens, closes, hours: hourMarks(start, end, timeZone) };
}

function hourMarks(start: number, end: number, timeZone: TimeZone): HourMark[] {
  const marks: HourMark[] = [];
  for (let at = start; at < end; at += quarter) {
    const minutes = wallMinutes(toInstant(at), timeZone);
    if (minutes % 60 === 0) marks.push({ at, label: wallLabel(minutes), zone: null });
  }
  return marks.map((mark) => {
    const comesTwice = marks.some((other) => other !== mark && other.label === mark.label);
    return comesTwice ? { ...mark, zone: zoneName(mark.at, timeZone) } : mark;
  });
}

/** Minutes past midnight as `9:05`. */
export function wallLabel(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What the clinic's wall clock shows at a moment, as `9:05`. */
export function timeLabel(at: number, timeZone: TimeZone): string {
  return wallLabel(wallMinutes(toInstant(at), timeZone));
}

function zoneName(at: number, timeZone: TimeZone): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** Pixels from the top of the axis. */
export function offsetOf(axis: Axis, at: number): number {
  return ((at - axis.start) / minute) * pixelsPerMinute;
}

export function momentAt(axis: Axis, pixels: number): number {
  return axis.start + (pixels / pixelsPerMinute) * minute;
}

export function heightOf(axis: Axis): number {
  return offsetOf(axis, axis.end);
}

/** Round times on the wall clock, `step` minutes apart. */
export function snap(
  axis: Axis,
  at: number,
  step: number,
  round: (n: number) => number = Math.round,
): number {
  const size = step * minute;
  return axis.midnight + round((at - axis.midnight) / size) * size;
}
