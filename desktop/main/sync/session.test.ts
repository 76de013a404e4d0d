import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cacheInMemory } from '../cache/cache-fixture.ts';
import { appointment, snapshot } from '../cache/clinic-fixture.ts';
import { confirm, connected, key, Stage, until } from './session-fixture.ts';
import { refuse } from './stand-in.ts';

vi.setConfig({ testTimeout: 30_000 });
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

const done = { appointment: appointment(1, 0, { version: 2 }), seq: 1 };

it('go up with key and version, and move nothing here until the event comes down', async () => {
  stage.server.day = snapshot({ appointments: [appointment(1, 0)] });
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  const asked: unknown[] = [];
  stage.server.answer = (req) => {
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
  const { session, cache } = stage.startSession();
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
  const cache = cacheInMemory();
  cache.outbox.add(key, confirm, appointment(1, 0).createdAt);
  stage.server.answer = (req) =>
    req.method === 'POST' ? refuse({ kind: 'notFound', message: 'It is gone.' }) : null;
  const { seen } = stage.startSession({ cache });
  await until(() => seen.settled.length === 1);
  expect(seen.settled).toEqual([[key, 'notFound']]);
  expect(cache.outbox.refusals()).toHaveLength(1);
});

const ours = { 'X-Request-ID': 'request-0001' };
const isPost = (req: { method?: string | undefined }) => req.method === 'POST';

it('L4 answered by a newer server in a way not known here are done, and all is fetched anew', async () => {
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  stage.server.answer = (req) => (isPost(req) ? { status: 200, json: { visit: 1 }, headers: ours } : null);
  stage.server.day = snapshot({ seq: 1, appointments: [appointment(1, 0, { version: 2 })] });
  await expect(session.submit(key, confirm, { waitMs: 5_000 })).resolves.toEqual({ state: 'waiting' });
  expect([cache.outbox.count(), seen.settled, seen.faults.length]).toEqual([0, [[key, null]], 1]);
  await until(() => seen.replaced === 2);
  expect(cache.contents().appointments[0]?.version).toBe(2);
});

it('L4 answered by who is no Roomlight server wait for the one that is', async () => {
  const { session, cache } = stage.startSession();
  await connected(session);
  let asked = 0;
  stage.server.answer = (req) => {
    if (!isPost(req)) return null;
    asked += 1;
    return { status: 200, json: asked > 8 ? done : 'Welcome to the guest network' };
  };
  await expect(session.submit(key, confirm, { waitMs: 20_000 })).resolves.toMatchObject({ state: 'done' });
  expect([asked, cache.outbox.count()]).toEqual([9, 0]);
});

it('refused by a newer server for a reason not known here do not hold up the others for ever', async () => {
  const { session, cache } = stage.startSession();
  await connected(session);
  const json = { error: { kind: 'roomOnFire', message: 'Leave.' } };
  stage.server.answer = (req) => (isPost(req) ? { status: 409, json, headers: ours } : null);
  await expect(session.submit(key, confirm, { waitMs: 20_000 })).rejects.toMatchObject({
    body: { kind: 'internal', requestId: 'request-0001' },
  });
  expect(cache.outbox.count()).toBe(0);
});
