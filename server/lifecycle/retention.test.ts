import { afterEach, beforeEach, expect, it } from 'vitest';
import { IdentityService } from '#server/identity/service.ts';
import type { Store } from '#server/store/database.ts';
import { readEvents, readPosition } from '#server/store/log.ts';
import { keepOutcome, readOutcome } from '#server/store/outcomes.ts';
import { startTestClock, type TestClock } from '#server/testing/clock.ts';
import { LogWriter, nobody } from '#server/testing/log-writer.ts';
import { manualEvery } from '#server/testing/manual-every.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { insertTestClinics, otherTenant, testPassword, testTenant } from '#server/testing/test-clinic.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import { toInstant } from '#shared/time.ts';
import { Retention } from './retention.ts';

const day = 24 * 60 * 60 * 1000;
let store: Store;
let remove: () => Promise<void>;
let clock: TestClock;
let writer: LogWriter;
let identity: IdentityService;
const timers = manualEvery();

beforeEach(async () => {
  ({ store, remove } = await openTemporaryStore());
  await insertTestClinics(store);
  clock = startTestClock();
  writer = new LogWriter({ store, clock: clock.now });
  identity = new IdentityService({ store, clock: clock.now, jwtSecret: 's'.repeat(32) });
});
afterEach(() => remove());

function start(keep: { days: number; events: number }): Retention {
  const report = (error: unknown) => {
    throw error;
  };
  return new Retention({
    store,
    sessions: identity.sessions,
    clock: clock.now,
    every: timers.every,
    keep,
    report,
  });
}

const kept = async (tenantId = testTenant) =>
  (await readEvents(store.read, tenantId, 0, 1_000)).map(({ seq }) => seq);

it('drops at the start what is both old and beyond the newest, in every clinic, and raises the floor', async () => {
  await writer.append(10);
  await writer.append(3, otherTenant);
  clock.advance(2 * day);
  await writer.append(5);
  const retention = start({ days: 1, events: 7 });
  await retention.stop();
  expect(await kept()).toEqual([9, 10, 11, 12, 13, 14, 15]);
  expect(await readPosition(store.read, testTenant)).toEqual({ head: 15, floor: 8 });
  expect(await kept(otherTenant)).toEqual([1, 2, 3]);
});

it('keeps what is young, however much it is', async () => {
  await writer.append(10);
  await start({ days: 1, events: 0 }).stop();
  expect((await readPosition(store.read, testTenant)).floor).toBe(0);
});

it('looks again as time goes by, and stops when told', async () => {
  const retention = start({ days: 1, events: 0 });
  await retention.settled();
  await writer.append(2);
  clock.advance(2 * day);
  timers.tick();
  await retention.settled();
  expect(await readPosition(store.read, testTenant)).toEqual({ head: 2, floor: 2 });
  await retention.stop();
  await writer.append(1);
  clock.advance(2 * day);
  timers.tick();
  await retention.settled();
  expect(await kept()).toEqual([3]);
});

it('forgets outcomes and sessions only when nobody can ask for them any more', async () => {
  const of = { tenantId: testTenant, userId: nobody().userId, key: 'key-0001' as IdempotencyKey };
  const outcome = { fingerprint: 'f', status: 201, answer: '{}' };
  await keepOutcome(store.write, of, outcome, toInstant(clock.now()));
  const body = { tenantId: testTenant, username: 'front', password: testPassword };
  const { accessToken } = await identity.signIn(body, 'test');
  await identity.signOut(accessToken);
  const sessions = () => store.read.selectFrom('sessions').select('id').execute();
  clock.advance(6 * day);
  await start({ days: 1, events: 0 }).stop();
  expect(await readOutcome(store.read, of)).toMatchObject(outcome);
  clock.advance(2 * day);
  await start({ days: 1, events: 0 }).stop();
  expect(await readOutcome(store.read, of)).toBeUndefined();
  expect(await sessions()).toHaveLength(1);
  clock.advance(30 * day);
  await start({ days: 1, events: 0 }).stop();
  expect(await sessions()).toEqual([]);
});
