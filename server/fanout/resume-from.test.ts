import { expect, it } from 'vitest';
import { resumeFrom } from './resume-from.ts';

const epoch = 'this-log';
const log = { epoch, head: 20, floor: 10 };

it.each([
  [10, 'exactly the newest dropped event: all after it are kept', 10],
  [11, 'the oldest kept event', 11],
  [20, 'the head', 20],
  [9, 'one below the floor: event 10 is gone', null],
  [0, 'far below the floor', null],
  [21, 'past the head: a log restored from a backup', null],
])('F5 a cursor of %i (%s) resumes from %s', (cursor, _, from) => {
  expect(resumeFrom({ cursor, epoch }, log)).toBe(from);
});

it('F5 a cursor of another log, or none, needs a snapshot', () => {
  expect(resumeFrom({ cursor: 15, epoch: 'another-log' }, log)).toBeNull();
  expect(resumeFrom({ cursor: null, epoch: null }, log)).toBeNull();
});

it('F5 the first cursor of a log that never dropped anything is whole', () => {
  expect(resumeFrom({ cursor: 0, epoch }, { epoch, head: 0, floor: 0 })).toBe(0);
});
