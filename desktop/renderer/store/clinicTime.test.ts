import { expect, it } from 'vitest';
import { Instant, LocalDate, TimeZone } from '#shared/time.ts';
import { clinicTime } from './clinicTime.ts';

const time = clinicTime(TimeZone.parse('America/Chicago'), 'en');
const evening = Instant.parse('2026-01-21T02:05:00Z');

it('shows the clinic’s clock, whatever this PC’s', () => {
  expect(time.clock(evening)).toBe('20:05');
  expect(time.clock(Instant.parse('2026-01-20T15:05:00Z'))).toBe('9:05');
  expect(time.clock(Instant.parse('2026-01-20T06:00:00Z'))).toBe('0:00');
});

it('names a day without shifting it', () => {
  expect(time.longDay(LocalDate.parse('2026-11-23'))).toBe('Monday, November 23');
  expect(time.birthDay(LocalDate.parse('1974-03-12'))).toBe('Mar 12, 1974');
});

it('adds the day to a moment that is not of today', () => {
  expect(time.clockOrDay(evening, LocalDate.parse('2026-01-20'))).toBe('20:05');
  expect(time.clockOrDay(evening, LocalDate.parse('2026-01-21'))).toBe('Tue, Jan 20, 2026, 20:05');
});
