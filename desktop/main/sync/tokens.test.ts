import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ErrorBody } from '#shared/errors.ts';
import { appointment } from '../cache/clinic-fixture.ts';
import { connected, Stage, until } from './session-fixture.ts';
import { refuse } from './stand-in.ts';

vi.setConfig({ testTimeout: 30_000 });
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

it('keeps the new refresh token before it uses what came with it', async () => {
  const keeping: { token: string; done: () => void }[] = [];
  const keep = (token: string) => new Promise<void>((done) => keeping.push({ token, done }));
  const { session } = stage.startSession({ keep });
  await until(() => keeping.length === 1);
  // Time enough for a handshake, if one was made.
  for (let n = 0; n < 5; n += 1) await fetch(`${stage.server.url}/api/clinic`);
  expect(stage.server.tokensSeen).toEqual([]);
  expect(keeping[0]?.token).toBe('refresh-1');
  keeping[0]?.done();
  await connected(session);
  expect(stage.server.tokensSeen).toEqual(['access-1']);
});

it('renews on the live line before the old token runs out', async () => {
  stage.server.accessSeconds = 1;
  const { session, seen } = stage.startSession();
  await connected(session);
  await until(() => stage.server.tokensSeen.length > 1);
  expect(stage.server.tokensSeen[1]).not.toBe(stage.server.tokensSeen[0]);
  expect(seen.connections.filter(({ phase }) => phase === 'connected')).toHaveLength(1);
  expect(stage.server.sockets).toBe(1);
});

it('gets a new one when the server no longer takes the old, once for all who ask', async () => {
  const { session } = stage.startSession({ access: { token: 'forged', expiresInSeconds: 900 } });
  const unauthenticated: ErrorBody = { kind: 'unauthenticated', message: 'The sign-in has run out.' };
  stage.server.answer = (req) =>
    req.headers.authorization === 'Bearer forged' ? refuse(unauthenticated) : null;
  await connected(session);
  const before = stage.server.refreshes;
  const ids = [1, 2, 3].map((n) => appointment(n, 0).id);
  await Promise.allSettled(ids.map((id) => session.history(id)));
  expect(stage.server.refreshes).toBe(before);
  expect(before).toBe(1);
});

it('signs out on the server, or says that it could not', async () => {
  const { session } = stage.startSession();
  await connected(session);
  await expect(session.signOut()).resolves.toBe(true);
  const { session: away } = stage.startSession({
    base: 'http://127.0.0.1:9',
    access: { token: 'a', expiresInSeconds: 9 },
  });
  await expect(away.signOut()).resolves.toBe(false);
});
