import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import type { LocalDate, TimeZone } from '#shared/time.ts';
import { dayAxis, minute, timeLabel } from './axis.ts';
import { type ColumnStops, type Direction, type Focus, firstFocus, keptFocus, moveFocus } from './focus.ts';

const zone = 'America/Chicago' as TimeZone;
const axis = dayAxis('2026-11-23' as LocalDate, { timeZone: zone, dayStart: 480, dayEnd: 720 }, []);
const at = (minutes: number) => axis.midnight + minutes * minute;
const visit = (id: string, start: number, end: number, left = 0) => ({
  id: id as AppointmentId,
  start: at(start),
  end: at(end),
  left,
});
const columns: ColumnStops[] = [
  { providerId: 'ann' as ProviderId, visits: [visit('early', 480, 510), visit('long', 540, 660)] },
  { providerId: 'bob' as ProviderId, visits: [visit('left', 540, 570), visit('right', 540, 570, 0.5)] },
];
const walk = (from: Focus | null, ...ways: Direction[]) =>
  ways.reduce((focus, way) => moveFocus(axis, columns, focus, way), from ?? fail());
const fail = (): never => {
  throw new Error('nothing to focus');
};
const told = (focus: Focus | null) =>
  focus && `${focus.providerId} ${focus.visitId ?? timeLabel(focus.at, zone)}`;

it('enters at the visit or free time nearest to the moment given', () => {
  expect(told(firstFocus(axis, columns, at(485)))).toBe('ann early');
  expect(told(firstFocus(axis, columns, at(516)))).toBe('ann 8:30');
  expect(firstFocus(axis, [], at(516))).toBeNull();
});

it('walks down through visits and the free quarters between them', () => {
  const start = firstFocus(axis, columns, at(480));
  expect(told(walk(start, 'down'))).toBe('ann 8:30');
  expect(told(walk(start, 'down', 'down', 'down'))).toBe('ann long');
  expect(told(walk(start, 'up'))).toBe('ann early');
  expect(told(walk(start, 'last'))).toBe('ann 11:45');
});

it('goes sideways to the same time, through visits that stand side by side', () => {
  const long = firstFocus(axis, columns, at(600));
  expect(told(walk(long, 'right'))).toBe('bob left');
  expect(told(walk(long, 'right', 'right'))).toBe('bob right');
  expect(told(walk(long, 'right', 'right', 'left'))).toBe('bob left');
  const slot = firstFocus(axis, columns, at(525));
  expect(told(walk(slot, 'right'))).toBe('bob 8:45');
});

it('does not drift in time when it crosses a long visit and comes back', () => {
  const late = { providerId: 'bob' as ProviderId, visitId: null, at: at(630), anchor: at(630) };
  expect(told(walk(late, 'left'))).toBe('ann long');
  expect(told(walk(late, 'left', 'right'))).toBe('bob 10:30');
});

it('stays with a visit that was moved, and at its place when it is gone', () => {
  const onLong = firstFocus(axis, columns, at(600)) ?? fail();
  const moved: ColumnStops[] = [
    { providerId: 'ann' as ProviderId, visits: [] },
    { providerId: 'bob' as ProviderId, visits: [visit('long', 600, 720)] },
  ];
  expect(told(keptFocus(axis, moved, onLong))).toBe('bob long');
  const gone = [{ providerId: 'ann' as ProviderId, visits: [] }];
  expect(told(keptFocus(axis, gone, onLong))).toBe('ann 9:00');
  expect(keptFocus(axis, [{ providerId: 'bob' as ProviderId, visits: [] }], onLong)).toBeNull();
  expect(keptFocus(axis, columns, onLong)).toBe(onLong);
});

it('reaches every stop of a column by walking down, each once', () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 8 });
  fc.assert(
    fc.property(starts, (quarters) => {
      const visits = quarters.map((q) => visit(`v${q}`, 480 + q * 15, 495 + q * 15));
      const one: ColumnStops[] = [{ providerId: 'ann' as ProviderId, visits }];
      let focus = moveFocus(axis, one, firstFocus(axis, one, axis.start) ?? fail(), 'first');
      const seen = new Set<string | null>();
      for (;;) {
        expect(seen.has(told(focus))).toBe(false);
        seen.add(told(focus));
        const next = moveFocus(axis, one, focus, 'down');
        if (next === focus) break;
        focus = next;
      }
      expect(seen.size).toBe(16);
    }),
  );
});
