import { expect, test } from 'vitest';
import { median, spreadOf } from './spread.ts';

test('percentiles are values that were measured, the smallest that enough are not above', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p99: 99, max: 100 });
  expect(spreadOf(Float64Array.of(7))).toEqual({ count: 1, p50: 7, p99: 7, max: 7 });
  expect(spreadOf(new Float64Array(0))).toEqual({ count: 0, p50: 0, p99: 0, max: 0 });
});

test('the median lies between the middle two when there is no middle one', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 2, 4])).toBe(3);
});
