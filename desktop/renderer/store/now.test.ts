import { expect, it } from 'vitest';
import { untilNextTick } from './now.ts';

it('waits for the full minute on the clock, a whole one when it has just begun', () => {
  expect(untilNextTick(120_000 + 59_000, 60_000)).toBe(1_000);
  expect(untilNextTick(120_000, 60_000)).toBe(60_000);
});
