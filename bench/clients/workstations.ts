import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Cache } from '#desktop/main/cache/cache.ts';
import { contentsOf } from '#desktop/main/cache/contents.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import { SyncSession } from '#desktop/main/sync/session.ts';
import { reads, type Snapshot } from '#shared/http.ts';
import { monotonicMs } from '../clock.ts';
import { serve } from '../processes/serve.ts';
import type { Seat } from '../servers/clinic.ts';

/** The process in which real workstation cores live: the same sync and the same encrypted cache file as on a PC. */
const calls = {
  start,
  returned,
  differing,
};
export type WorkstationCalls = typeof calls;

serve(calls);

const key = '5e'.repeat(32);

/** One workstation, and when it last became whole. */
class Station {
  readonly cache: Cache;
  readonly #session: SyncSession;
  readonly #changed: () => void;
  #connected = false;
  /** Since the last `settle`: whether it lost its server, and whether it was sent something it had missed. */
  away = false;
  caughtUp = false;
  wholeAtMs = 0;

  constructor(base: string, seat: Seat, cache: Cache, changed: () => void) {
    this.cache = cache;
    this.#changed = changed;
    this.#session = new SyncSession({
      base,
      cache,
      workstation: seat.workstation,
      refreshToken: seat.refreshToken,
      access: { token: seat.accessToken, expiresInSeconds: seat.expiresInSeconds },
      keep: () => {},
    });
    this.#session.on('connection', ({ phase }) => {
      this.#connected = phase === 'connected';
      this.away ||= !this.#connected;
      this.#moved();
    });
    this.#session.on('events', ({ live }) => {
      this.caughtUp ||= !live;
      this.#moved();
    });
    this.#session.start();
  }

  isWhole(seq: number): boolean {
    return this.#connected && (this.cache.position().cursor ?? -1) >= seq;
  }

  settle(): void {
    this.away = false;
    this.caughtUp = false;
  }

  // Nothing comes after the last event, so the last of these moments is the one it became whole at.
  #moved(): void {
    this.wholeAtMs = monotonicMs();
    this.#changed();
  }
}

const stations: Station[] = [];
let lookAgain = () => {};

interface Start {
  readonly base: string;
  readonly folder: string;
  readonly seats: readonly Seat[];
}

/** Gives every workstation the clinic's day, as it had it yesterday evening, and starts it. Resolves when all are live. */
async function start({ base, folder, seats }: Start): Promise<void> {
  const snapshot = await freshSnapshot(base, seats);
  mkdirSync(folder, { recursive: true });
  const first = join(folder, 'first.db');
  const template = open(first);
  template.applySnapshot(snapshot);
  template.close();
  for (const seat of seats) {
    const file = join(folder, `${seat.workstation}.db`);
    copyFileSync(first, file);
    stations.push(new Station(base, seat, open(file), () => lookAgain()));
  }
  await all((station) => station.isWhole(snapshot.seq));
  for (const station of stations) station.settle();
}

function open(file: string): Cache {
  const opened = openCache({ file, key });
  if (opened.state !== 'open') throw new Error('A new cache could not be read.');
  return opened.cache;
}

interface Returned {
  /** On the machine's clock, one for each workstation: when it was connected again and its cursor at the head. */
  readonly wholeAtMs: readonly number[];
  /** How many had missed something and were sent it. */
  readonly caughtUp: number;
}

/** Resolves when every workstation has noticed that the server was gone, is live again and has everything up to `seq`. */
async function returned({ seq }: { seq: number }): Promise<Returned> {
  await all((station) => station.away && station.isWhole(seq));
  const result = {
    wholeAtMs: stations.map((station) => station.wholeAtMs),
    caughtUp: stations.filter((station) => station.caughtUp).length,
  };
  for (const station of stations) station.settle();
  return result;
}

/** How many caches do not equal a fresh snapshot, of the first `atMost` (F6). */
async function differing({
  base,
  seats,
  atMost,
}: Omit<Start, 'folder'> & { atMost: number }): Promise<number> {
  const expected = contentsOf(await freshSnapshot(base, seats));
  return stations.slice(0, atMost).filter(({ cache }) => !isDeepStrictEqual(cache.contents(), expected))
    .length;
}

async function freshSnapshot(base: string, [seat]: readonly Seat[]): Promise<Snapshot> {
  const headers = { authorization: `Bearer ${seat?.accessToken}` };
  const answer = await fetch(base + reads.snapshot.path, { headers });
  return reads.snapshot.answer.parse(await answer.json());
}

/** Resolves when the condition holds for every workstation at once; looked at only when one of them has moved. */
async function all(holds: (station: Station) => boolean): Promise<void> {
  const done = Promise.withResolvers<void>();
  let looking = false;
  const look = () => {
    looking = false;
    if (stations.every(holds)) done.resolve();
  };
  // A thousand moves of one turn are one look.
  lookAgain = () => {
    if (looking) return;
    looking = true;
    setTimeout(look, 20);
  };
  lookAgain();
  await done.promise;
  lookAgain = () => {};
}
