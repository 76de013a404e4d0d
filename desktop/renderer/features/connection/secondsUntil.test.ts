import { expect, it } from 'vitest';
import { toInstant } from '#shared/time.ts';
import { secondsUntil } from './secondsUntil.ts';

it('counts down in whole seconds and stops at none', () => {
  expect(secondsUntil(toInstant(9_400), 1_000)).toBe(9);
  expect(secondsUntil(toInstant(1_000), 5_000)).toBe(0);
  expect(secondsUntil(null, 1_000)).toBeNull();
});
