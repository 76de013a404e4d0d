import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Store } from '#server/store/database.ts';
import { Listener, stageFanout } from '#server/testing/fanout-stage.ts';
import { nobody } from '#server/testing/log-writer.ts';
import { manualEvery } from '#server/testing/manual-every.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { Fanout } from './fanout.ts';
import type { Outlet } from './feed.ts';

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await openTemporaryStore());
});
afterAll(() => remove());

const anna = nobody();

it('F1 a lost wake-up is made good by the poll', async () => {
  const { writer, follow, timers, tenantId, fanout } = await stageFanout(store, { hints: false });
  const listener = new Listener(anna.userId, 0);
  await follow(listener);
  await writer.append(3, tenantId);
  await nextTurn();
  expect(listener.seqs).toEqual([]);
  timers.tick();
  await vi.waitFor(() => expect(listener.seqs).toEqual([1, 2, 3]));
  fanout.close();
});

it('F1 commits of one turn are emitted as one batch', async () => {
  const { writer, follow, tenantId, batches } = await stageFanout(store);
  const listener = new Listener(anna.userId, 0);
  await follow(listener);
  await Promise.all([writer.append(1, tenantId), writer.append(1, tenantId), writer.append(1, tenantId)]);
  await vi.waitFor(() => expect(listener.seqs).toEqual([1, 2, 3]));
  expect(batches).toHaveLength(1);
});

it('F1 a failed read is reported and the next wake-up goes on where it was', async () => {
  const { writer, tenantId } = await stageFanout(store);
  const errors: unknown[] = [];
  let broken = true;
  const failing = {
    ...store,
    get read() {
      return broken ? ({} as Store['read']) : store.read;
    },
  };
  const timers = manualEvery();
  const got: number[] = [];
  const outlet: Outlet = {
    emit: (_, __, batch) => got.push(...batch.map(({ seq }) => seq)),
    cutAll: () => undefined,
  };
  const fanout = new Fanout({ store: failing, outlet, every: timers.every, report: (e) => errors.push(e) });
  await fanout.follow(tenantId, new Listener(anna.userId, 0), 0, { head: 0, floor: 0 });
  await writer.append(2, tenantId);
  timers.tick();
  await vi.waitFor(() => expect(errors).toHaveLength(1));
  broken = false;
  timers.tick();
  await vi.waitFor(() => expect(got).toEqual([1, 2]));
});

it('F3 a cursor ahead of the feed waits for it and gets nothing twice', async () => {
  const { writer, follow, tenantId, timers } = await stageFanout(store, { hints: false });
  await follow(new Listener(anna.userId, 0));
  await writer.append(5, tenantId);
  const fresh = new Listener(anna.userId, 4);
  expect(await follow(fresh)).toBe('live');
  await writer.append(1, tenantId);
  timers.tick();
  await vi.waitFor(() => expect(fresh.seqs.at(-1)).toBe(6));
  expect(fresh.seqs).toEqual([5, 6]);
});

it('F4 a page that is not taken in time ends the catch-up', async () => {
  const { writer, follow, tenantId } = await stageFanout(store, { pageSize: 2 });
  await writer.append(10, tenantId);
  const slow = new Listener(anna.userId, 0);
  const outcome = follow(slow);
  await vi.waitFor(() => expect(slow.waitsForAck).toBe(true));
  slow.ack(false);
  expect(await outcome).toBe('tooSlow');
  expect(slow.live).toBe(false);
  expect(slow.seqs).toEqual([1, 2]);
});

it('F5 a catch-up that retention overtakes is ended, never stepped over the hole', async () => {
  const { writer, follow, tenantId } = await stageFanout(store, { pageSize: 2 });
  await writer.append(10, tenantId);
  const slow = new Listener(anna.userId, 0);
  const outcome = follow(slow);
  await vi.waitFor(() => expect(slow.waitsForAck).toBe(true));
  await store.write.deleteFrom('events').where('tenant_id', '=', tenantId).where('seq', '<=', 5).execute();
  slow.ack();
  expect(await outcome).toBe('dropped');
  expect(slow.seqs).toEqual([1, 2]);
});

it('F5 a feed that finds a hole in the log cuts its sockets', async () => {
  const play = await stageFanout(store, { hints: false });
  await play.follow(new Listener(anna.userId, 0));
  await play.writer.append(5, play.tenantId);
  await store.write
    .deleteFrom('events')
    .where('tenant_id', '=', play.tenantId)
    .where('seq', '<=', 3)
    .execute();
  play.timers.tick();
  await vi.waitFor(() => expect(play.cuts).toBe(1));
});

it('F3 the last page and going live are one turn', async () => {
  const { writer, follow, tenantId } = await stageFanout(store, { pageSize: 5 });
  await writer.append(3, tenantId);
  const listener = new Listener(anna.userId, 0);
  await follow(listener);
  expect(listener.seqs).toEqual([1, 2, 3]);
  expect(listener.liveAfterLastPage).toEqual([true]);
});

it('a subscriber that is gone before its catch-up begins never goes live', async () => {
  const { follow } = await stageFanout(store);
  const gone = new Listener(anna.userId, 0);
  gone.open = false;
  expect(await follow(gone)).toBe('closed');
  expect(gone.live).toBe(false);
});

it('a subscriber that went away during catch-up never goes live', async () => {
  const { writer, follow, tenantId } = await stageFanout(store, { pageSize: 2 });
  await writer.append(10, tenantId);
  const gone = new Listener(anna.userId, 0);
  const outcome = follow(gone);
  await vi.waitFor(() => expect(gone.waitsForAck).toBe(true));
  gone.open = false;
  gone.ack(false);
  expect(await outcome).toBe('closed');
  expect(gone.live).toBe(false);
});
