import { expect, it } from 'vitest';
import type { AppointmentId } from '#shared/ids.ts';
import { dayAxis, minute, timeLabel } from '../grid/axis.ts';
import { chicago, monday, okafor, raman, visitAt } from '../visit.fixture.ts';
import { conflictsOf, nextFreeTimes } from './freeTimes.ts';

const axis = dayAxis(monday, { timeZone: chicago, dayStart: 480, dayEnd: 660 }, []);
const at = (minutes: number) => axis.midnight + minutes * minute;
const wanted = (start: number, end: number) => ({ providerId: okafor, start: at(start), end: at(end) });
const visits = [
  visitAt('here', 540, 570),
  visitAt('cancelled', 570, 600, { status: 'cancelled' }),
  visitAt('other', 570, 600, { providerId: raman }),
];
const names = (span: ReturnType<typeof wanted>, moving: string | null = null) =>
  conflictsOf(visits, span, moving as AppointmentId | null).map((visit) => visit.appointment.id);

it('finds who holds the time with that provider, and nobody who only touches it', () => {
  expect(names(wanted(555, 585))).toEqual(['here']);
  expect(names(wanted(570, 600))).toEqual([]);
  expect(names(wanted(510, 540))).toEqual([]);
});

it('does not hold a visit against itself', () => {
  expect(names(wanted(555, 585), 'here')).toEqual([]);
});

it('offers the next times of the same length, not before now and within the clinic hours', () => {
  const labels = (span: ReturnType<typeof wanted>, now: number, count = 3) =>
    nextFreeTimes(axis, visits, span, { moving: null, now: at(now), count }).map((time) =>
      timeLabel(time, chicago),
    );
  expect(labels(wanted(525, 555), 0)).toEqual(['9:30', '9:45', '10:00']);
  expect(labels(wanted(540, 570), 587)).toEqual(['10:00', '10:15', '10:30']);
  expect(labels(wanted(600, 660), 0)).toEqual(['10:00']);
  expect(labels(wanted(600, 660), 605)).toEqual([]);
});
