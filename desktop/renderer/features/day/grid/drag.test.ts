import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProviderId } from '#shared/ids.ts';
import type { LocalDate, TimeZone } from '#shared/time.ts';
import { dayAxis, minute, timeLabel } from './axis.ts';
import { autoScroll, dragged, type Span } from './drag.ts';

const zone = 'America/Chicago' as TimeZone;
const axis = dayAxis('2026-11-23' as LocalDate, { timeZone: zone, dayStart: 480, dayEnd: 1080 }, []);
const here = '11111111-1111-4111-8111-111111111111' as ProviderId;
const there = '22222222-2222-4222-8222-222222222222' as ProviderId;
const at = (minutes: number) => axis.midnight + minutes * minute;
const nine: Span = { providerId: here, start: at(540), end: at(570) };
const times = (span: Span) => `${timeLabel(span.start, zone)}–${timeLabel(span.end, zone)}`;

it('moves to the nearest quarter and to the column under the pointer', () => {
  const moved = dragged(axis, 'move', nine, 20 * minute, there, 15);
  expect(times(moved)).toBe('9:15–9:45');
  expect(moved.providerId).toBe(there);
});

it('puts a visit back on its own odd time when dropped near it', () => {
  const odd = { ...nine, start: at(547), end: at(567) };
  expect(dragged(axis, 'move', odd, 2 * minute, here, 15)).toEqual(odd);
  expect(times(dragged(axis, 'move', odd, 6 * minute, here, 15))).toBe('9:15–9:35');
});

it('resizes the end only, down to a step and never to nothing', () => {
  expect(times(dragged(axis, 'resize', nine, 16 * minute, there, 15))).toBe('9:00–9:45');
  expect(times(dragged(axis, 'resize', nine, -90 * minute, here, 15))).toBe('9:00–9:15');
  expect(times(dragged(axis, 'resize', nine, -90 * minute, here, 5))).toBe('9:00–9:05');
  expect(dragged(axis, 'resize', nine, 0, there, 15).providerId).toBe(here);
});

it('keeps the visit inside the day and within the lengths the contract allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 480, max: 1075 }),
      fc.integer({ min: 5, max: 240 }),
      fc.integer({ min: -2000, max: 2000 }),
      fc.constantFrom('move' as const, 'resize' as const),
      fc.constantFrom(5, 15),
      (start, length, delta, kind, step) => {
        const from = { providerId: here, start: at(start), end: Math.min(at(start + length), axis.end) };
        const to = dragged(axis, kind, from, delta * minute, here, step);
        expect(to.start).toBeGreaterThanOrEqual(axis.start);
        expect(to.end).toBeLessThanOrEqual(axis.end);
        const minutes = (to.end - to.start) / minute;
        expect(minutes).toBeGreaterThanOrEqual(5);
        const kept = kind === 'move' ? [to.end - to.start, from.end - from.start] : [to.start, from.start];
        expect(kept[0]).toBe(kept[1]);
      },
    ),
  );
});

it('scrolls towards the edge the pointer is near, and rests in between', () => {
  expect(autoScroll(300, 0, 600)).toBe(0);
  expect(autoScroll(5, 0, 600)).toBeLessThan(0);
  expect(autoScroll(599, 0, 600)).toBeGreaterThan(autoScroll(560, 0, 600));
  expect(autoScroll(-400, 0, 600)).toBe(-14);
});
