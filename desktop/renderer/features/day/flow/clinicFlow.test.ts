import { expect, it } from 'vitest';
import { atWallMinutes, toMilliseconds } from '#shared/time.ts';
import { chicago, monday, visitAt } from '../visit.fixture.ts';
import { clinicFlow } from './clinicFlow.ts';

const wall = (minutes: number) => atWallMinutes(monday, minutes, chicago);

it('counts the day and puts the longest wait and the next arrival first', () => {
  const flow = clinicFlow(
    [
      visitAt('b', 540, 570, { status: 'checkedIn', statusSince: wall(550) }),
      visitAt('a', 540, 570, { status: 'checkedIn', statusSince: wall(543) }),
      visitAt('later', 660, 690),
      visitAt('next', 570, 600, { status: 'confirmed' }),
      visitAt('room', 500, 530, { status: 'roomed' }),
      visitAt('gone', 480, 500, { status: 'checkedOut' }),
      visitAt('missed', 480, 500, { status: 'noShow' }),
      visitAt('off', 480, 500, { status: 'cancelled' }),
    ],
    toMilliseconds(wall(564)),
  );
  expect(flow).toMatchObject({
    waiting: 2,
    longestWait: 21,
    roomed: 1,
    withProvider: 0,
    checkedOut: 1,
    toCome: 2,
    noShows: 1,
  });
  expect(flow.waits.map((visit) => visit.appointment.id)).toEqual(['a', 'b']);
  expect(flow.arrivals.map((visit) => visit.appointment.id)).toEqual(['next', 'later']);
});
