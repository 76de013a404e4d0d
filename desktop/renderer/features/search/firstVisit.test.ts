import { expect, it } from 'vitest';
import type { AppointmentStatus } from '#shared/schedule.ts';
import { Instant, LocalDate, TimeZone } from '#shared/time.ts';
import { firstVisit } from './firstVisit.ts';

const visit = (at: string, status: AppointmentStatus = 'booked') => ({
  scheduledStart: Instant.parse(at),
  status,
});
const may = visit('2026-05-04T15:00:00.000Z');
const june = visit('2026-06-01T15:00:00.000Z');
const july = visit('2026-07-06T15:00:00.000Z');
const first = (visits: ReturnType<typeof visit>[], today: string) =>
  firstVisit(visits, LocalDate.parse(today), TimeZone.parse('America/Chicago'));

it.each([
  ["today's, also when it is over", [july, june, may], '2026-06-01', 1],
  ['the next one, not the farthest', [july, june, may], '2026-05-20', 1],
  ['the latest when none is to come', [july, june, may], '2026-08-01', 0],
  ['none that was cancelled', [july, visit('2026-06-01T15:00:00.000Z', 'cancelled'), may], '2026-06-01', 0],
  ['the first of nothing', [], '2026-06-01', 0],
])('chooses %s', (_, visits, today, chosen) => {
  expect(first(visits, today)).toBe(chosen);
});
