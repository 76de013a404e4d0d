import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDays,
  dayBounds,
  type Instant,
  type LocalDate,
  type TimeZone,
  toInstant,
  toMilliseconds,
  wallMinutes,
} from '#shared/time.ts';
import { dayAxis, minute, momentAt, offsetOf, snap, timeLabel } from './axis.ts';

const chicago = 'America/Chicago' as TimeZone;
const springForward = '2026-03-08' as LocalDate;
const fallBack = '2026-11-01' as LocalDate;
const clinic = { timeZone: chicago, dayStart: 480, dayEnd: 1080 };
const roundTheClock = { timeZone: chicago, dayStart: 0, dayEnd: 1440 };

it('shows the clinic hours by the clinic wall clock', () => {
  const axis = dayAxis('2026-11-23' as LocalDate, clinic, []);
  expect(toInstant(axis.start)).toBe('2026-11-23T14:00:00.000Z');
  expect(axis.hours.map((mark) => mark.label)).toEqual([
    '8:00',
    '9:00',
    '10:00',
    '11:00',
    '12:00',
    '13:00',
    '14:00',
    '15:00',
    '16:00',
    '17:00',
  ]);
});

it('skips the missing hour in spring and tells the repeated one apart in autumn', () => {
  const spring = dayAxis(springForward, roundTheClock, []).hours.map((mark) => mark.label);
  expect(spring.slice(0, 4)).toEqual(['0:00', '1:00', '3:00', '4:00']);
  const autumn = dayAxis(fallBack, roundTheClock, []).hours;
  expect(autumn).toHaveLength(25);
  expect(autumn.slice(0, 4).map((mark) => `${mark.label} ${mark.zone ?? ''}`.trim())).toEqual([
    '0:00',
    '1:00 CDT',
    '1:00 CST',
    '2:00',
  ]);
});

it('opens at 8:00 on the wall on both days of the change', () => {
  for (const day of [springForward, fallBack]) {
    const axis = dayAxis(day, clinic, []);
    expect(timeLabel(axis.start, chicago)).toBe('8:00');
    expect(axis.end - axis.start).toBe(600 * minute);
  }
});

it('stretches by whole hours to hold an early and a late visit', () => {
  const visit = (start: string, end: string) => ({
    scheduledStart: start as Instant,
    scheduledEnd: end as Instant,
  });
  const axis = dayAxis('2026-11-23' as LocalDate, clinic, [
    visit('2026-11-23T12:40:00.000Z', '2026-11-23T13:00:00.000Z'),
    visit('2026-11-23T23:50:00.000Z', '2026-11-24T00:20:00.000Z'),
  ]);
  expect(timeLabel(axis.start, chicago)).toBe('6:00');
  expect(timeLabel(axis.end, chicago)).toBe('19:00');
  expect(timeLabel(axis.opens, chicago)).toBe('8:00');
});

it('never leaves the clinic day, whatever a visit says', () => {
  const day = '2026-11-23' as LocalDate;
  const bounds = dayBounds(day, chicago);
  const axis = dayAxis(day, clinic, [
    {
      scheduledStart: '2026-11-22T00:00:00.000Z' as Instant,
      scheduledEnd: '2026-11-26T00:00:00.000Z' as Instant,
    },
  ]);
  expect([toInstant(axis.start), toInstant(axis.end)]).toEqual([bounds.start, bounds.end]);
});

const zones = [
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/Santiago',
  'UTC',
] as TimeZone[];
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01' as LocalDate, days));

it('keeps a visit as tall as it is long and snaps to round wall times, on every day in every zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anyDay, fc.integer({ min: 0, max: 1439 }), (timeZone, day, at) => {
      const axis = dayAxis(day, { timeZone, dayStart: 0, dayEnd: 1440 }, []);
      const moment = axis.start + at * minute;
      expect(offsetOf(axis, moment + 30 * minute) - offsetOf(axis, moment)).toBeCloseTo(72);
      expect(momentAt(axis, offsetOf(axis, moment))).toBeCloseTo(moment, -1);
      expect(wallMinutes(toInstant(snap(axis, moment, 15)), timeZone) % 15).toBe(0);
      expect(wallMinutes(toInstant(snap(axis, moment, 5, Math.floor)), timeZone) % 5).toBe(0);
      expect(axis.start).toBe(toMilliseconds(dayBounds(day, timeZone).start));
    }),
  );
});
