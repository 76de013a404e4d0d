import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toInstant } from '#shared/time.ts';
import { cacheInMemory } from '../cache/cache-fixture.ts';
import { appointment, morning, patient, snapshot, visitEvent } from '../cache/clinic-fixture.ts';
import { contentsOf } from '../cache/contents.ts';
import { connected, Stage, until } from './session-fixture.ts';

vi.setConfig({ testTimeout: 30_000 });
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.close());

it('F5 begins with a snapshot, then resumes from its seq', async () => {
  stage.server.day = snapshot({ seq: 7, appointments: [appointment(1, 0)] });
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  expect(cache.contents()).toEqual(contentsOf(stage.server.day));
  expect(stage.server.resumes).toEqual([{ epoch: 'epoch-1', cursor: 7 }]);
  expect(seen.replaced).toBe(1);
});

it('F5 resumes from the cursor of its cache, and takes a snapshot when the log is another', async () => {
  const cache = cacheInMemory();
  cache.applySnapshot(snapshot({ seq: 3 }));
  stage.server.day = snapshot({ seq: 5 });
  const { session, seen } = stage.startSession({ cache });
  await connected(session);
  expect(stage.server.resumes).toEqual([{ epoch: 'epoch-1', cursor: 3 }]);
  expect(seen.replaced).toBe(0);
  stage.server.day = snapshot({ epoch: 'epoch-2', seq: 1, patients: [patient(1), patient(2)] });
  stage.server.drop();
  await until(() => seen.replaced === 1 && session.connection.phase === 'connected');
  expect(cache.contents()).toEqual(contentsOf(stage.server.day));
  expect(stage.server.resumes.slice(1)).toEqual([
    { epoch: 'epoch-1', cursor: 3 },
    { epoch: 'epoch-2', cursor: 1 },
  ]);
});

it('tells what was missed from what happens now, after the cache holds it', async () => {
  const cache = cacheInMemory();
  cache.applySnapshot(snapshot());
  stage.server.day = snapshot({ seq: 2 });
  const { session, seen } = stage.startSession({ cache });
  const cursors: (number | null)[] = [];
  session.on('events', () => cursors.push(cache.position().cursor));
  await connected(session);
  const [missed, now] = [visitEvent(2, appointment(1, 0)), visitEvent(3, appointment(2, 30))];
  stage.server.send([missed, now]);
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
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  stage.server.day = snapshot({ seq: 6, appointments: [appointment(1, 0)] });
  stage.server.send(batch);
  await until(() => seen.replaced === 2 && session.connection.phase === 'connected');
  expect(cache.contents()).toEqual(contentsOf(stage.server.day));
  expect(seen.connections.some(({ phase, error }) => phase === 'error' && error?.kind === 'internal')).toBe(
    true,
  );
});

it('lives with a newer server: passes over what it does not keep, fetches what it cannot follow', async () => {
  const { session, cache, seen } = stage.startSession();
  await connected(session);
  const event = visitEvent(1, appointment(1, 0));
  stage.server.send([{ ...event, type: 'message.sent', data: { message: {} } }]);
  await until(() => cache.position().cursor === 1);
  stage.server.send([{ ...event, seq: 2, type: 'appointment.teleported' }]);
  await until(() => seen.replaced === 2);
  expect(cache.contents().appointments).toEqual([appointment(1, 0)]);
  stage.server.day = snapshot({ seq: 3 });
  stage.server.send([{ ...event, seq: 3, type: 'provider.joined', data: {} }]);
  await until(() => seen.replaced === 3);
  expect(seen.events).toEqual([]);
  expect(cache.contents()).toEqual(contentsOf(stage.server.day));
});

it('W3 says its right age on the same wire once the clock of the PC is set right', async () => {
  let now = Date.parse(morning) + 365 * 86_400_000;
  const { session, cache } = stage.startSession({ clock: () => now });
  await connected(session);
  expect(cache.position().asOf).toBe(toInstant(now));
  now = Date.parse(morning) + 3_600_000;
  await until(() => cache.position().asOf === toInstant(now));
});
