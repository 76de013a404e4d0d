import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { ClinicEvent } from '#shared/events.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import type { Cache } from '../cache/cache.ts';
import { appointment, morning, patient, snapshot, visitEvent, workstation } from '../cache/clinic-fixture.ts';
import { contentsOf } from '../cache/contents.ts';
import { openCache } from '../cache/open.ts';
import { SyncSession } from './session.ts';
import type { Connection, SyncOptions } from './session-shape.ts';
import { refuse, StandIn } from './stand-in.ts';

let server: StandIn;
// Real sockets on a machine that may be busy: generous, and only ever reached by a failure.
vi.setConfig({ testTimeout: 30_000 });
const began = Date.now();
const sessions: { session: SyncSession; cache: Cache }[] = [];

beforeEach(async () => {
  server = await StandIn.start();
});
afterEach(async () => {
  for (const { session, cache } of sessions.splice(0)) {
    await session.stop();
    cache.close();
  }
  await server.close();
});

function memoryCache(): Cache {
  const opened = openCache({ file: null });
  if (opened.state !== 'open') throw new Error('a cache in memory always opens');
  return opened.cache;
}

/** A session that tries again after at most 50 ms. */
function startSession(more: Partial<SyncOptions> = {}) {
  const cache = more.cache ?? memoryCache();
  const session = new SyncSession({
    base: server.url,
    cache,
    workstation,
    refreshToken: 'refresh-0',
    keep: () => {},
    random: () => 0.1,
    clock: () => Date.now() - began + Date.parse(morning),
    ...more,
  });
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
  session.on('settled', ({ key, error }) => seen.settled.push([key, error?.kind ?? null]));
  session.on('signedOut', (error) => seen.signedOut.push(error));
  session.on('fault', (error) => seen.faults.push(error));
  sessions.push({ session, cache });
  session.start();
  return { session, cache, seen };
}

const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 10_000, interval: 5 });
const connected = (session: SyncSession) => until(() => session.connection.phase === 'connected');
const key = IdempotencyKey.parse('key-00000001');
const confirm: Command = { type: 'appointment.confirm', id: appointment(1, 0).id, ifMatch: 1, body: {} };

describe('following', () => {
  it('F5 begins with a snapshot, then resumes from its seq', async () => {
    server.day = snapshot({ seq: 7, appointments: [appointment(1, 0)] });
    const { session, cache, seen } = startSession();
    await connected(session);
    expect(cache.contents()).toEqual(contentsOf(server.day));
    expect(server.resumes).toEqual([{ epoch: 'epoch-1', cursor: 7 }]);
    expect(seen.replaced).toBe(1);
  });

  it('F5 resumes from the cursor of its cache, and takes a snapshot when the log is another', async () => {
    const cache = memoryCache();
    cache.applySnapshot(snapshot({ seq: 3 }));
    server.day = snapshot({ seq: 5 });
    const { session, seen } = startSession({ cache });
    await connected(session);
    expect(server.resumes).toEqual([{ epoch: 'epoch-1', cursor: 3 }]);
    expect(seen.replaced).toBe(0);
    server.day = snapshot({ epoch: 'epoch-2', seq: 1, patients: [patient(1), patient(2)] });
    server.drop();
    await until(() => seen.replaced === 1 && session.connection.phase === 'connected');
    expect(cache.contents()).toEqual(contentsOf(server.day));
    expect(server.resumes.slice(1)).toEqual([
      { epoch: 'epoch-1', cursor: 3 },
      { epoch: 'epoch-2', cursor: 1 },
    ]);
  });

  it('tells what was missed from what happens now, after the cache holds it', async () => {
    const cache = memoryCache();
    cache.applySnapshot(snapshot());
    server.day = snapshot({ seq: 2 });
    const { session, seen } = startSession({ cache });
    const cursors: (number | null)[] = [];
    session.on('events', () => cursors.push(cache.position().cursor));
    await connected(session);
    const [missed, now] = [visitEvent(2, appointment(1, 0)), visitEvent(3, appointment(2, 30))];
    server.send([missed, now]);
    await until(() => seen.events.length === 2);
    expect(seen.events).toEqual([
      { events: [missed], live: false },
      { events: [now], live: true },
    ]);
    expect(cursors).toEqual([3, 3]);
  });

  it.each([
    ['what is no event', [{ hello: 'world' }]],
    ['events out of order', [visitEvent(5, appointment(1, 0)), visitEvent(4, appointment(2, 0))]],
    ['a visit of an unknown patient', [visitEvent(4, appointment(1, 0, { patientId: patient(9).id }))]],
  ])('gets whole again by a snapshot after %s', async (_, batch) => {
    const { session, cache, seen } = startSession();
    await connected(session);
    server.day = snapshot({ seq: 6, appointments: [appointment(1, 0)] });
    server.send(batch);
    await until(() => seen.replaced === 2 && session.connection.phase === 'connected');
    expect(cache.contents()).toEqual(contentsOf(server.day));
    expect(seen.connections.some(({ phase, error }) => phase === 'error' && error?.kind === 'internal')).toBe(
      true,
    );
  });

  it('lives with a newer server: passes over what it does not keep, fetches what it cannot follow', async () => {
    const { session, cache, seen } = startSession();
    await connected(session);
    const event = visitEvent(1, appointment(1, 0));
    server.send([{ ...event, type: 'message.sent', data: { message: {} } }]);
    await until(() => cache.position().cursor === 1);
    server.send([{ ...event, seq: 2, type: 'appointment.teleported' }]);
    await until(() => seen.replaced === 2);
    expect(cache.contents().appointments).toEqual([appointment(1, 0)]);
    server.day = snapshot({ seq: 3 });
    server.send([{ ...event, seq: 3, type: 'provider.joined', data: {} }]);
    await until(() => seen.replaced === 3);
    expect(seen.events).toEqual([]);
    expect(cache.contents()).toEqual(contentsOf(server.day));
  });
});

describe('the connection', () => {
  it('W4 comes back after the line broke, and says when it tries and how old the day is', async () => {
    const { session, seen } = startSession();
    await connected(session);
    seen.connections.length = 0;
    server.drop();
    await until(() => seen.connections.some(({ phase }) => phase === 'connected'));
    const [first] = seen.connections;
    expect(first).toMatchObject({ phase: 'reconnecting', error: { kind: 'unreachable' } });
    expect(first?.nextTryAt).not.toBeNull();
    expect(first?.asOf).not.toBeNull();
  });

  it('W4 tries at once when told that the network is back', async () => {
    const { session } = startSession({ random: () => 0.999, timers: () => () => {} });
    await connected(session);
    server.drop();
    await until(() => session.connection.nextTryAt !== null);
    session.retryNow();
    expect(session.connection.nextTryAt).toBeNull();
    await connected(session);
  });

  it('W4 gives up a line that only looks alive, and tries anew at once', async () => {
    const { session } = startSession();
    await connected(session);
    server.deaf = true;
    session.retryNow();
    await until(() => server.resumes.length > 1);
    await connected(session);
    expect(server.sockets).toBe(1);
  });

  it('tells nobody-there from not-Roomlight from too-old, and goes on trying', async () => {
    const mismatch: ErrorBody = { kind: 'protocolMismatch', message: 'Update this workstation.', server: 9 };
    server.refusal = mismatch;
    const { session } = startSession();
    await until(() => session.connection.phase === 'error');
    expect(session.connection.error).toEqual(mismatch);
    server.refusal = null;
    await connected(session);
    const nobody = startSession({ base: 'http://127.0.0.1:9' });
    await until(() => nobody.session.connection.error !== null);
    expect(nobody.session.connection).toMatchObject({
      phase: 'reconnecting',
      error: { kind: 'unreachable' },
    });
    server.answer = () => ({ status: 200, json: { some: 'thing' } });
    const other = startSession({ access: { token: 'access', expiresInSeconds: 900 } });
    await until(() => other.session.connection.phase === 'error');
    expect(other.session.connection.error?.kind).toBe('notRoomlight');
  });

  it('ends with the session, whoever says so, and keeps what waits', async () => {
    const { session, cache, seen } = startSession();
    await connected(session);
    server.answer = () => ({ status: 502, json: undefined });
    await expect(session.submit(key, confirm, { waitMs: 50 })).resolves.toEqual({ state: 'waiting' });
    server.end({ kind: 'sessionEnded', reason: 'Your sign-in has ended. Sign in again.' });
    await until(() => seen.signedOut.length > 0);
    expect(session.connection).toMatchObject({ phase: 'error', nextTryAt: null, waiting: 1 });
    expect(seen.signedOut.map(({ kind }) => kind)).toEqual(['sessionEnded']);
    await expect(session.submit(key, confirm, { waitMs: 50 })).rejects.toThrow(/Sign in/);
    expect(cache.outbox.count()).toBe(1);
    server.sessionOver = true;
    const next = startSession({ refreshToken: 'spent' });
    await until(() => next.seen.signedOut.length > 0);
    expect(next.seen.faults).toEqual([]);
  });
});

describe('tokens', () => {
  it('keeps the new refresh token before it uses what came with it', async () => {
    const keeping: { token: string; done: () => void }[] = [];
    const keep = (token: string) => new Promise<void>((done) => keeping.push({ token, done }));
    const { session } = startSession({ keep });
    await until(() => keeping.length === 1);
    // Time enough for a handshake, if one was made.
    for (let n = 0; n < 5; n += 1) await fetch(`${server.url}/api/clinic`);
    expect(server.tokensSeen).toEqual([]);
    expect(keeping[0]?.token).toBe('refresh-1');
    keeping[0]?.done();
    await connected(session);
    expect(server.tokensSeen).toEqual(['access-1']);
  });

  it('renews on the live line before the old token runs out', async () => {
    server.accessSeconds = 1;
    const { session, seen } = startSession();
    await connected(session);
    await until(() => server.tokensSeen.length > 1);
    expect(server.tokensSeen[1]).not.toBe(server.tokensSeen[0]);
    expect(seen.connections.filter(({ phase }) => phase === 'connected')).toHaveLength(1);
    expect(server.sockets).toBe(1);
  });

  it('gets a new one when the server no longer takes the old, once for all who ask', async () => {
    const { session } = startSession({ access: { token: 'forged', expiresInSeconds: 900 } });
    const unauthenticated: ErrorBody = { kind: 'unauthenticated', message: 'The sign-in has run out.' };
    server.answer = (req) => (req.headers.authorization === 'Bearer forged' ? refuse(unauthenticated) : null);
    await connected(session);
    const before = server.refreshes;
    const ids = [1, 2, 3].map((n) => appointment(n, 0).id);
    await Promise.allSettled(ids.map((id) => session.history(id)));
    expect(server.refreshes).toBe(before);
    expect(before).toBe(1);
  });

  it('signs out on the server, or says that it could not', async () => {
    const { session } = startSession();
    await connected(session);
    await expect(session.signOut()).resolves.toBe(true);
    const { session: away } = startSession({
      base: 'http://127.0.0.1:9',
      access: { token: 'a', expiresInSeconds: 9 },
    });
    await expect(away.signOut()).resolves.toBe(false);
  });
});

describe('commands', () => {
  const done = { appointment: appointment(1, 0, { version: 2 }), seq: 1 };

  it('go up with key and version, and move nothing here until the event comes down', async () => {
    server.day = snapshot({ appointments: [appointment(1, 0)] });
    const { session, cache, seen } = startSession();
    await connected(session);
    const asked: unknown[] = [];
    server.answer = (req) => {
      asked.push([req.method, req.url, req.headers['idempotency-key'], req.headers['if-match']]);
      return { status: 200, json: done };
    };
    await expect(session.submit(key, confirm, { waitMs: 5_000 })).resolves.toEqual({
      state: 'done',
      answer: done,
    });
    expect(asked).toEqual([['POST', `/api/appointments/${confirm.id}/confirm`, key, '1']]);
    expect(cache.contents().appointments[0]?.version).toBe(1);
    expect(seen.settled).toEqual([]);
  });

  it('are refused in words, or found wrong before they are kept', async () => {
    const { session, cache } = startSession();
    await connected(session);
    await expect(session.submit(key, confirm, { waitMs: 5_000 })).rejects.toMatchObject({
      body: { kind: 'notFound' },
    });
    const wrong = { ...confirm, ifMatch: null };
    await expect(session.submit(key, wrong, { waitMs: 0 })).rejects.toMatchObject({
      body: { kind: 'invalid' },
    });
    expect(cache.outbox.count()).toBe(0);
  });

  it('L4 left by an earlier run are sent at the next start', async () => {
    const cache = memoryCache();
    cache.outbox.add(key, confirm, appointment(1, 0).createdAt);
    server.answer = (req) =>
      req.method === 'POST' ? refuse({ kind: 'notFound', message: 'It is gone.' }) : null;
    const { seen } = startSession({ cache });
    await until(() => seen.settled.length === 1);
    expect(seen.settled).toEqual([[key, 'notFound']]);
    expect(cache.outbox.refusals()).toHaveLength(1);
  });
});
