import type { Dialect } from '../clients/lean-socket.ts';
import type { FanOut, FanOutPlan, FanOuts } from '../proofs/fan-out.ts';
import { median } from './spread.ts';

/** One server at one number of sockets: medians over its rounds. Times in milliseconds, memory in bytes. */
export interface Line {
  readonly dialect: Dialect;
  readonly sockets: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuPerEvent: number;
  readonly residentPerConnection: number;
  readonly usedPerConnection: number;
  readonly connectP50: number;
  readonly connectP99: number;
}

/** Roomlight beside plain Socket.IO: the median of what each round's pair comes to. */
export interface Ratios {
  readonly sockets: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuPerEvent: number;
}

export function linesOf(plan: FanOutPlan, measured: FanOuts): Line[] {
  return (['ws', 'socket.io', 'roomlight'] as const).map((dialect) =>
    lineOf(dialect, plan, measured[dialect]),
  );
}

function lineOf(dialect: Dialect, { sockets }: FanOutPlan, measured: FanOut): Line {
  const { rounds, connects, residentPerConnection, usedPerConnection } = measured;
  return {
    dialect,
    sockets,
    p50: median(rounds.map(({ latency }) => latency.p50)),
    p99: median(rounds.map(({ latency }) => latency.p99)),
    cpuPerEvent: median(rounds.map(({ cpuMsPerEvent }) => cpuMsPerEvent)),
    residentPerConnection,
    usedPerConnection,
    connectP50: median(connects.map(({ p50 }) => p50)),
    connectP99: median(connects.map(({ p99 }) => p99)),
  };
}

// Each round of the one is held against the same round of the other, seconds apart on the same machine: a neighbour's
// noise then raises both, and its coming and going falls out of the median.
export function ratiosOf({ sockets }: FanOutPlan, measured: FanOuts): Ratios {
  const pairs = measured.roomlight.rounds.flatMap((round, index) => {
    const other = measured['socket.io'].rounds[index];
    return other ? [{ round, other }] : [];
  });
  return {
    sockets,
    p50: median(pairs.map(({ round, other }) => round.latency.p50 / other.latency.p50)),
    p99: median(pairs.map(({ round, other }) => round.latency.p99 / other.latency.p99)),
    cpuPerEvent: median(pairs.map(({ round, other }) => round.cpuMsPerEvent / other.cpuMsPerEvent)),
  };
}
