import { expect, it } from 'vitest';
import type { AppointmentStatus } from '#shared/schedule.ts';
import { type Instant, toInstant } from '#shared/time.ts';
import { minutesInStatus, minutesLate, waitingCount } from './lateness.ts';

const now = Date.parse('2026-11-23T15:24:00.000Z');
const ago = (minutes: number): Instant => toInstant(now - minutes * 60_000);
const visit = (status: AppointmentStatus, startedAgo: number) => ({
  status,
  scheduledStart: ago(startedAgo),
  statusSince: ago(2),
});

it('counts from the earliest visit whose patient is here and waits', () => {
  expect(minutesLate([visit('roomed', 12), visit('checkedIn', 9), visit('checkedOut', 60)], now)).toBe(12);
});

it('does not blame the provider for a patient who has not come, or who is early', () => {
  expect(minutesLate([visit('confirmed', 40), visit('noShow', 50), visit('checkedIn', -20)], now)).toBe(0);
});

it('says on time up to a few minutes', () => {
  expect(minutesLate([visit('checkedIn', 4)], now)).toBe(0);
  expect(minutesLate([visit('checkedIn', 5)], now)).toBe(5);
  expect(minutesLate([], now)).toBe(0);
});

it('never shows a negative time in status when the clocks differ', () => {
  expect(minutesInStatus({ statusSince: ago(-3) }, now)).toBe(0);
  expect(minutesInStatus({ statusSince: ago(14) }, now)).toBe(14);
});

it('counts as waiting who is checked in and not yet in a room', () => {
  expect(waitingCount([visit('checkedIn', 1), visit('roomed', 1), visit('booked', 1)])).toBe(1);
});
