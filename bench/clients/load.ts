import type { Resume } from '#shared/socket.ts';
import { monotonicMs } from '../clock.ts';
import { serve } from '../processes/serve.ts';
import { type Spread, spreadOf } from '../report/spread.ts';
import { type Dialect, LeanSocket } from './lean-socket.ts';
import { eachMarker } from './marker.ts';

/** The process that holds the sockets of one server. Times in milliseconds. */
const calls = {
  /** Opens one socket for each `auth`, all at once. @returns how long each took until it was served */
  connect,
  /** From now on counts what arrives, until every socket has had `events` of them. */
  expect: expectEvents,
  received,
  disconnect,
};
export type LoadCalls = typeof calls;

serve(calls);

interface Connect {
  readonly base: string;
  readonly dialect: Dialect;
  readonly auths: readonly Record<string, unknown>[];
  readonly resume: Resume | null;
}

const sockets: LeanSocket[] = [];
let each = 0;
let latencies = new Float64Array(0);
let arrived = 0;
let arrivedAt = new Uint32Array(0);
let complete = Promise.withResolvers<void>();

async function connect({ base, dialect, auths, resume }: Connect): Promise<Spread> {
  const times = await Promise.all(
    auths.map(async (auth, index) => {
      const began = monotonicMs();
      const onEvents = (message: Buffer) => count(index, message);
      const socket = new LeanSocket({ base, dialect, auth, resume, onEvents });
      sockets.push(socket);
      await socket.ready;
      return monotonicMs() - began;
    }),
  );
  return spreadOf(Float64Array.from(times));
}

function count(index: number, message: Buffer): void {
  const now = monotonicMs();
  eachMarker(message, (publishedMs) => {
    latencies[arrived] = now - publishedMs;
    arrived += 1;
    arrivedAt[index] = (arrivedAt[index] ?? 0) + 1;
    if (arrived === latencies.length) complete.resolve();
  });
}

function expectEvents({ events }: { events: number }): void {
  each = events;
  latencies = new Float64Array(events * sockets.length);
  arrivedAt = new Uint32Array(sockets.length);
  arrived = 0;
  complete = Promise.withResolvers();
}

/**
 * Waits for the last arrival. @returns the times from publication to arrival over all sockets, and how many sockets
 * did not get every event exactly once
 */
async function received({ withinMs }: { withinMs: number }): Promise<Spread & { wrong: number }> {
  const patience = AbortSignal.timeout(withinMs);
  const givenUp = new Promise((resolve) => patience.addEventListener('abort', resolve));
  await Promise.race([complete.promise, givenUp]);
  const wrong = arrivedAt.filter((events) => events !== each).length;
  return { ...spreadOf(latencies.slice(0, arrived)), wrong };
}

function disconnect(): void {
  for (const socket of sockets.splice(0)) socket.close();
}
