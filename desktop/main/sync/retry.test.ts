import { expect, it } from 'vitest';
import { handTime } from './hand-time.ts';
import { Retry } from './retry.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const bounds = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];

it('W4 tries for ever, each time anywhere up to a bound that grows from 0.5 s to 15 s', () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seeded(seed);
  const sums = bounds.map(() => 0);
  for (let round = 0; round < 400; round += 1) {
    const time = handTime();
    const retry = new Retry({ ...time, random });
    let tries = 0;
    for (const [n, bound] of bounds.entries()) {
      retry.plan(() => {
        tries += 1;
      });
      const [delay = -1] = time.ahead();
      expect(delay, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      expect(delay, `seed ${seed}`).toBeLessThanOrEqual(bound);
      expect(retry.at).toBe(time.clock() + delay);
      sums[n] = (sums[n] ?? 0) + delay / bound;
      time.advance(delay);
      expect(tries).toBe(n + 1);
      expect(retry.at).toBeNull();
    }
  }
  // Full jitter: the mean lies in the middle, not at the bound.
  for (const sum of sums) expect(Math.abs(sum / 400 - 0.5), `seed ${seed}`).toBeLessThan(0.1);
});

it('W4 does not let a thousand workstations come back at once', () => {
  const random = seeded(7);
  const delays = Array.from({ length: 1_000 }, () => {
    const time = handTime();
    const retry = new Retry({ ...time, random });
    retry.plan(() => {});
    retry.plan(() => {});
    return time.ahead()[0] ?? 0;
  });
  const perTenth = new Array<number>(10).fill(0);
  for (const delay of delays)
    perTenth[Math.min(9, Math.floor(delay / 100))] =
      (perTenth[Math.min(9, Math.floor(delay / 100))] ?? 0) + 1;
  for (const count of perTenth) expect(count).toBeGreaterThan(50);
});

it('W4 tries at once when told to, and begins from the shortest bound when it worked', () => {
  const time = handTime();
  const retry = new Retry({ ...time, random: () => 0.999 });
  let tries = 0;
  const task = () => {
    tries += 1;
  };
  for (let n = 0; n < 6; n += 1) retry.plan(task);
  expect(time.ahead()).toEqual([14_985]);
  expect(retry.now()).toBe(true);
  expect(tries).toBe(1);
  expect(retry.now()).toBe(false);
  time.advance(60_000);
  expect(tries).toBe(1);
  retry.reset();
  retry.plan(task);
  expect(time.ahead()).toEqual([500]);
});

it('waits as long as the server asks for', () => {
  const time = handTime();
  const retry = new Retry({ ...time, random: () => 0 });
  retry.plan(() => {}, 7_000);
  expect(time.ahead()).toEqual([7_000]);
});
