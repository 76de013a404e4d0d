import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  atWallMinutes,
  dayBounds,
  Instant,
  LocalDate,
  localDateOf,
  TimeZone,
  toInstant,
  toMilliseconds,
  wallMinutes,
} from './time.ts';

const chicago = TimeZone.parse('America/Chicago');
const zones = [
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
].map((name) => TimeZone.parse(name));
const hours = (date: string) => {
  const { start, end } = dayBounds(LocalDate.parse(date), chicago);
  return (toMilliseconds(end) - toMilliseconds(start)) / 3_600_000;
};

describe('clinic time', () => {
  it('normalises any offset to UTC with milliseconds', () => {
    expect(Instant.parse('2026-01-20T04:00:00-06:00')).toBe('2026-01-20T10:00:00.000Z');
    expect(() => Instant.parse('2026-01-20 10:00')).toThrow();
  });

  it('F6 takes no moment that would be written so that it sorts wrong and cannot be read again', () => {
    for (const beyond of ['9999-12-31T23:00:00-05:00', '0000-01-01T00:00:00+05:00'])
      expect(Instant.safeParse(beyond).error?.issues.map(({ message }) => message)).toEqual([
        'must be in the years 0 to 9999 in UTC',
      ]);
    for (const edge of ['9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00.000Z'])
      expect(Instant.parse(Instant.parse(edge))).toBe(edge);
  });

  it('knows the 23-hour day of spring and the 25-hour day of autumn', () => {
    expect([hours('2026-03-07'), hours('2026-03-08'), hours('2026-11-01')]).toEqual([24, 23, 25]);
  });

  it('reads 9:00 on both daylight-saving days as 9:00 on the wall', () => {
    for (const date of ['2026-03-08', '2026-11-01'])
      expect(wallMinutes(atWallMinutes(LocalDate.parse(date), 9 * 60, chicago), chicago)).toBe(9 * 60);
  });

  it('reads a wall time skipped in spring as after the gap and a repeated one in autumn as its first', () => {
    expect(atWallMinutes(LocalDate.parse('2026-03-08'), 150, chicago)).toBe('2026-03-08T08:30:00.000Z');
    expect(atWallMinutes(LocalDate.parse('2026-11-01'), 90, chicago)).toBe('2026-11-01T06:30:00.000Z');
  });

  it('puts every moment on exactly the day whose bounds hold it', () => {
    const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (ms, zone) => {
        const instant = toInstant(ms);
        const date = localDateOf(instant, zone);
        const { start, end } = dayBounds(date, zone);
        expect(start <= instant && instant < end).toBe(true);
        expect(dayBounds(addDays(date, 1), zone).start).toBe(end);
      }),
    );
  });

  it('refuses a time zone nobody knows', () => {
    expect(TimeZone.safeParse('Mars/Olympus').success).toBe(false);
  });
});
