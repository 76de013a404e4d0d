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

it('W4 tries for ever, each time anywhere up to a bound that grows with the outage from 0.5 s to 15 s', () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seeded(seed);
  const shares: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const time = handTime();
    const began = time.clock();
    const retry = new Retry({ ...time, random });
    for (let tries = 0; tries < 20; tries += 1) {
      let tried = false;
      retry.plan(() => {
        tried = true;
      });
      const bound = Math.min(15_000, Math.max(500, time.clock() - began));
      const [delay = -1] = time.ahead();
      expect(delay, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      expect(delay, `seed ${seed}`).toBeLessThanOrEqual(bound);
      expect(retry.at).toBe(time.clock() + delay);
      shares.push(delay / bound);
      time.advance(delay);
      expect(tried).toBe(true);
      expect(retry.at).toBeNull();
    }
  }
  // Full jitter: the mean lies in the middle, not at the bound.
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  expect(Math.abs(mean - 0.5), `seed ${seed}`).toBeLessThan(0.05);
});

it('W4 brings a thousand workstations back one by one, none away for more than twice the outage', () => {
  const outageMs = 1_000;
  const random = seeded(7);
  const waits = Array.from({ length: 1_000 }, () => {
    const time = handTime();
    const back = time.clock() + outageMs;
    const retry = new Retry({ ...time, random });
    while (time.clock() < back) {
      retry.plan(() => {});
      time.advance(time.ahead()[0] ?? 0);
    }
    return time.clock() - back;
  });
  expect(Math.max(...waits)).toBeLessThanOrEqual(outageMs);
  for (let tenth = 0; tenth < 5; tenth += 1) {
    const within = waits.filter((wait) => Math.floor(wait / 100) === tenth);
    expect(within.length).toBeGreaterThan(50);
    expect(within.length).toBeLessThan(300);
  }
});

it('W4 tries at once when told to, and begins from the shortest bound when it worked', () => {
  const time = handTime();
  const retry = new Retry({ ...time, random: () => 0.999 });
  let tries = 0;
  const task = () => {
    tries += 1;
  };
  retry.plan(task);
  time.advance(60_000);
  expect(tries).toBe(1);
  retry.plan(task);
  expect(time.ahead()).toEqual([14_985]);
  expect(retry.now()).toBe(true);
  expect(tries).toBe(2);
  expect(retry.now()).toBe(false);
  time.advance(60_000);
  expect(tries).toBe(2);
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
