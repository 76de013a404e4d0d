import { expect, test } from 'vitest';
import type { FanOut, FanOuts, Round } from '../proofs/fan-out.ts';
import type { Recovery } from '../proofs/recovery.ts';
import { linesOf, ratiosOf } from './summary.ts';
import { verdictsOf } from './verdicts.ts';

const plan = { sockets: 1000, connects: 1, rounds: 3, eventsPerRound: 10, perSecond: 10 };
const spread = (p99: number) => ({ count: 1, p50: p99 / 2, p99, max: p99 });
const round = (p99: number, cpuMsPerEvent: number): Round => ({ latency: spread(p99), cpuMsPerEvent });

function fanOut(rounds: Round[], residentPerConnection: number): FanOut {
  return { connects: [spread(1)], residentPerConnection, usedPerConnection: 0, rounds };
}

// The machine was five times as slow in the second round, for everyone.
const measured: FanOuts = {
  ws: fanOut([round(10, 5), round(50, 25), round(10, 5)], 8_000),
  'socket.io': fanOut([round(20, 10), round(100, 50), round(20, 10)], 20_000),
  roomlight: fanOut([round(22, 11), round(110, 55), round(30, 11)], 30 * 1024),
};

function recovery(max: number): Recovery {
  return { down: 500, back: spread(max), caughtUp: 1, differing: 0 };
}

test('rounds are compared in pairs, so noise that fell on both does not count', () => {
  const [ratio] = [ratiosOf(plan, measured)];
  expect(ratio.p99).toBeCloseTo(1.1);
  expect(ratio.cpuPerEvent).toBeCloseTo(1.1);
});

test('an aim is met at its very edge, and recovery is judged by its slowest round', () => {
  const judge = (slowest: number) =>
    verdictsOf(linesOf(plan, measured), [ratiosOf(plan, measured)], [recovery(1_000), recovery(slowest)]);
  expect(judge(3_000).map(({ met }) => met)).toEqual([true, true, true, true]);
  expect(judge(3_001).map(({ met }) => met)).toEqual([true, true, true, false]);
});
