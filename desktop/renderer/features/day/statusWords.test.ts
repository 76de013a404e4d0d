import { expect, it } from 'vitest';
import { AppointmentStatus } from '#shared/schedule.ts';
import { atWallMinutes, toMilliseconds } from '#shared/time.ts';
import { type DayWords, duration, statusWords } from './statusWords.ts';
import { chicago, monday, visitAt } from './visit.fixture.ts';

// Shows key and values, so that the test does not repeat the catalogue.
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as DayWords;
const now = toMilliseconds(atWallMinutes(monday, 564, chicago));
const statusSince = atWallMinutes(monday, 560, chicago);
const { appointment } = visitAt('a', 570, 600, { statusSince, room: 'Room 2' });

it('gives every status words of its own, and the time in it today', () => {
  const words = AppointmentStatus.options.map((status) =>
    statusWords(t, { ...appointment, status }, now, true),
  );
  expect(new Set(words).size).toBe(words.length);
  expect(words).toContain('inRoomSince Room 2 minutes 4');
  expect(words).toContain('waitingSince minutes 4');
});

it('shows no time in status on another day', () => {
  expect(statusWords(t, { ...appointment, status: 'checkedIn' }, now, false)).toBe('clinic:status.checkedIn');
});

it('says when a visit nobody came to is overdue', () => {
  const scheduledStart = atWallMinutes(monday, 550, chicago);
  expect(statusWords(t, { ...appointment, scheduledStart }, now, true)).toBe('overdue minutes 14');
});

it('says long times in hours', () => {
  expect(duration(t, 89)).toBe('minutes 89');
  expect(duration(t, 125)).toBe('hoursMinutes 2 5');
});
