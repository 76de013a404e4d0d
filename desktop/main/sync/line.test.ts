import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ErrorBody } from '#shared/errors.ts';
import { confirm, connected, key, Stage, until } from './session-fixture.ts';

vi.setConfig({ testTimeout: 30_000 });
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

it('W4 comes back after the line broke, and says when it tries and how old the day is', async () => {
  const { session, seen } = stage.startSession();
  await connected(session);
  seen.connections.length = 0;
  stage.server.drop();
  await until(() => seen.connections.some(({ phase }) => phase === 'connected'));
  const [first] = seen.connections;
  expect(first).toMatchObject({ phase: 'reconnecting', error: { kind: 'unreachable' } });
  expect(first?.nextTryAt).not.toBeNull();
  expect(first?.asOf).not.toBeNull();
});

it('W4 tries at once when told that the network is back', async () => {
  const { session } = stage.startSession({ random: () => 0.999, timers: () => () => {} });
  await connected(session);
  stage.server.drop();
  await until(() => session.connection.nextTryAt !== null);
  session.retryNow();
  expect(session.connection.nextTryAt).toBeNull();
  await connected(session);
});

it('W4 gives up a line that only looks alive, and tries anew at once', async () => {
  const { session } = stage.startSession();
  await connected(session);
  stage.server.deaf = true;
  session.retryNow();
  await until(() => stage.server.resumes.length > 1);
  await connected(session);
  expect(stage.server.sockets).toBe(1);
});

it('tells nobody-there from not-Roomlight from too-old, and goes on trying', async () => {
  const mismatch: ErrorBody = { kind: 'protocolMismatch', message: 'Update this workstation.', server: 9 };
  stage.server.refusal = mismatch;
  const { session } = stage.startSession();
  await until(() => session.connection.phase === 'error');
  expect(session.connection.error).toEqual(mismatch);
  stage.server.refusal = null;
  await connected(session);
  const nobody = stage.startSession({ base: 'http://127.0.0.1:9' });
  await until(() => nobody.session.connection.error !== null);
  expect(nobody.session.connection).toMatchObject({
    phase: 'reconnecting',
    error: { kind: 'unreachable' },
  });
  stage.server.answer = () => ({ status: 200, json: { some: 'thing' } });
  const other = stage.startSession({ access: { token: 'access', expiresInSeconds: 900 } });
  await until(() => other.session.connection.phase === 'error');
  expect(other.session.connection.error?.kind).toBe('notRoomlight');
});

it('ends with the session, whoever says so, and keeps what waits', async () => {
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  stage.server.answer = () => ({ status: 502, json: undefined });
  await expect(session.submit(key, confirm, { waitMs: 50 })).resolves.toEqual({ state: 'waiting' });
  stage.server.end({ kind: 'sessionEnded', reason: 'Your sign-in has ended. Sign in again.' });
  await until(() => seen.signedOut.length > 0);
  expect(session.connection).toMatchObject({ phase: 'error', nextTryAt: null, waiting: 1 });
  expect(seen.signedOut.map(({ kind }) => kind)).toEqual(['sessionEnded']);
  await expect(session.submit(key, confirm, { waitMs: 50 })).rejects.toThrow(/Sign in/);
  expect(cache.outbox.count()).toBe(1);
  stage.server.sessionOver = true;
  const next = stage.startSession({ refreshToken: 'spent' });
  await until(() => next.seen.signedOut.length > 0);
  expect(next.seen.faults).toEqual([]);
});
