import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import type { Cache } from '../cache/cache.ts';
import { cacheInMemory } from '../cache/cache-fixture.ts';
import { appointment, morning, workstation } from '../cache/clinic-fixture.ts';
import { SyncSession } from './session.ts';
import type { Connection, SyncOptions } from './session-shape.ts';
import { StandIn } from './stand-in.ts';

export const key = IdempotencyKey.parse('key-00000001');
export const confirm: Command = {
  type: 'appointment.confirm',
  id: appointment(1, 0).id,
  ifMatch: 1,
  body: {},
};

const began = Date.now();

/** A server that can misbehave, and the sessions of one test on it. */
export class Stage {
  readonly server: StandIn;
  readonly #running: { session: SyncSession; cache: Cache }[] = [];

  private constructor(server: StandIn) {
    this.server = server;
  }

  static async open(): Promise<Stage> {
    return new Stage(await StandIn.start());
  }

  async close(): Promise<void> {
    for (const { session, cache } of this.#running) {
      await session.stop();
      cache.close();
    }
    await this.server.close();
  }

  /** A session that tries again after a tenth of what W4 allows, on the morning of the fixture's day. */
  startSession(more: Partial<SyncOptions> = {}) {
    const cache = more.cache ?? cacheInMemory();
    const session = new SyncSession({
      base: this.server.url,
      cache,
      workstation,
      refreshToken: 'refresh-0',
      keep: () => {},
      random: () => 0.1,
      clock: () => Date.now() - began + Date.parse(morning),
      ...more,
    });
    const seen = listenTo(session);
    this.#running.push({ session, cache });
    session.start();
    return { session, cache, seen };
  }
}

function listenTo(session: SyncSession) {
  const seen = {
    connections: [] as Connection[],
    events: [] as { events: ClinicEvent[]; live: boolean }[],
    replaced: 0,
    settled: [] as [string, string | null][],
    signedOut: [] as ErrorBody[],
    faults: [] as unknown[],
  };
  session.on('connection', (connection) => seen.connections.push(connection));
  session.on('events', (batch) => seen.events.push(batch));
  session.on('replaced', () => {
    seen.replaced += 1;
  });
  session.on('settled', ({ key: settled, error }) => seen.settled.push([settled, error?.kind ?? null]));
  session.on('signedOut', (error) => seen.signedOut.push(error));
  session.on('fault', (error) => seen.faults.push(error));
  return seen;
}

/** Asks until it is so; 20 s, for sockets on a busy machine, are only ever reached by a failure. */
export async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!check()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${check.toString()}`);
    await pause(5);
  }
}

export const connected = (session: SyncSession) => until(() => session.connection.phase === 'connected');
