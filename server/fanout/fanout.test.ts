import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Store } from '#server/store/database.ts';
import { LogWriter, nobody } from '#server/testing/log-writer.ts';
import { type ManualEvery, manualEvery } from '#server/testing/manual-every.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { TenantId, UserId } from '#shared/ids.ts';
import { type AudienceOf, reaches } from './audience.ts';
import type { CaughtUp, Subscriber } from './catch-up.ts';
import { Fanout } from './fanout.ts';
import type { Outlet } from './feed.ts';

let store: Store;
let remove: () => Promise<void>;
let tenants = 0;

beforeAll(async () => {
  ({ store, remove } = await openTemporaryStore());
});
afterAll(() => remove());

async function newTenant(): Promise<TenantId> {
  tenants += 1;
  const id = `tenant-${tenants}` as TenantId;
  const row = { id, name: id, time_zone: 'UTC', day_start: 0, day_end: 1440, rooms: '[]' };
  await store.write
    .insertInto('tenants')
    .values({ ...row, head: 0, floor: 0, next_mrn: 1 })
    .execute();
  return id;
}

/** A subscriber whose acks the test gives. */
class Listener implements Subscriber {
  readonly userId: UserId;
  readonly cursor: number;
  readonly received: ClinicEvent[] = [];
  open = true;
  live = false;
  readonly liveAfterLastPage: boolean[] = [];
  #ack: ((taken: boolean) => void) | null = null;

  constructor(userId: UserId, cursor: number) {
    this.userId = userId;
    this.cursor = cursor;
  }
  get seqs(): number[] {
    return this.received.map(({ seq }) => seq);
  }
  get waitsForAck(): boolean {
    return this.#ack !== null;
  }
  sendPage(page: ClinicEvent[]): Promise<boolean> {
    this.received.push(...page);
    return new Promise((resolve) => {
      this.#ack = resolve;
    });
  }
  ack(taken = true): void {
    this.#ack?.(taken);
    this.#ack = null;
  }
  send(batch: ClinicEvent[]): void {
    this.received.push(...batch);
    // The last page before going live: an event emitted in any later microtask must already find this one live.
    if (!this.live) queueMicrotask(() => this.liveAfterLastPage.push(this.live));
  }
  goLive(): void {
    this.live = true;
  }
}

interface Stage {
  tenantId: TenantId;
  fanout: Fanout;
  timers: ManualEvery;
  writer: LogWriter;
  listeners: Listener[];
  batches: ClinicEvent[][];
  cuts: number;
  follow(listener: Listener): Promise<CaughtUp>;
}

async function stage(
  options: { audienceOf?: AudienceOf; pageSize?: number; hints?: boolean } = {},
): Promise<Stage> {
  const { hints = true, ...fanoutOptions } = options;
  const tenantId = await newTenant();
  const timers = manualEvery();
  const listeners: Listener[] = [];
  const batches: ClinicEvent[][] = [];
  const outlet: Outlet = {
    emit(_, audience, batch) {
      batches.push(batch);
      for (const listener of listeners)
        if (listener.live && reaches(audience, listener.userId)) listener.send(batch);
    },
    cutAll() {
      result.cuts += 1;
    },
  };
  const report = (error: unknown) => {
    throw error;
  };
  const fanout = new Fanout({ store, outlet, every: timers.every, report, ...fanoutOptions });
  const wake = hints ? (id: TenantId) => fanout.wake(id) : () => undefined;
  const writer = new LogWriter({ store, clock: Date.now, wake });
  const result: Stage = {
    tenantId,
    fanout,
    timers,
    writer,
    listeners,
    batches,
    cuts: 0,
    async follow(listener) {
      listeners.push(listener);
      return fanout.follow(tenantId, listener, listener.cursor, await fanout.position(tenantId));
    },
  };
  return result;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const anna = nobody();
const ben = nobody();

it('F1 a lost wake-up is made good by the poll', async () => {
  const { writer, follow, timers, tenantId, fanout } = await stage({ hints: false });
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
  const { writer, follow, tenantId, batches } = await stage();
  const listener = new Listener(anna.userId, 0);
  await follow(listener);
  await Promise.all([writer.append(1, tenantId), writer.append(1, tenantId), writer.append(1, tenantId)]);
  await vi.waitFor(() => expect(listener.seqs).toEqual([1, 2, 3]));
  expect(batches).toHaveLength(1);
});

it('F1 a failed read is reported and the next wake-up goes on where it was', async () => {
  const { writer, tenantId } = await stage();
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
  const { writer, follow, tenantId, timers } = await stage({ hints: false });
  await follow(new Listener(anna.userId, 0));
  await writer.append(5, tenantId);
  const fresh = new Listener(ben.userId, 4);
  expect(await follow(fresh)).toBe('live');
  await writer.append(1, tenantId);
  timers.tick();
  await vi.waitFor(() => expect(fresh.seqs.at(-1)).toBe(6));
  expect(fresh.seqs).toEqual([5, 6]);
});

it('F4 a page that is not taken in time ends the catch-up', async () => {
  const { writer, follow, tenantId } = await stage({ pageSize: 2 });
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
  const { writer, follow, tenantId } = await stage({ pageSize: 2 });
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
  const play = await stage({ hints: false });
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
  const { writer, follow, tenantId } = await stage({ pageSize: 5 });
  await writer.append(3, tenantId);
  const listener = new Listener(anna.userId, 0);
  await follow(listener);
  expect(listener.seqs).toEqual([1, 2, 3]);
  expect(listener.liveAfterLastPage).toEqual([true]);
});

it('a subscriber that is gone before its catch-up begins never goes live', async () => {
  const { follow } = await stage();
  const gone = new Listener(anna.userId, 0);
  gone.open = false;
  expect(await follow(gone)).toBe('closed');
  expect(gone.live).toBe(false);
});

it('a subscriber that went away during catch-up never goes live', async () => {
  const { writer, follow, tenantId } = await stage({ pageSize: 2 });
  await writer.append(10, tenantId);
  const gone = new Listener(anna.userId, 0);
  const outcome = follow(gone);
  await vi.waitFor(() => expect(gone.waitsForAck).toBe(true));
  gone.open = false;
  gone.ack(false);
  expect(await outcome).toBe('closed');
  expect(gone.live).toBe(false);
});

type Step =
  | { do: 'commit'; count: number; by: number; hint: boolean }
  | { do: 'join'; user: number; behind: number }
  | { do: 'ack' | 'poll' | 'turn' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('commit' as const),
      count: fc.integer({ min: 1, max: 7 }),
      by: fc.nat(1),
      hint: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('join' as const), user: fc.nat(1), behind: fc.nat(40) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('ack' as const, 'poll' as const, 'turn' as const) }),
  },
);

// Every third event is for its own author alone.
const narrow: AudienceOf = ({ seq, actor }) => (seq % 3 === 0 ? new Set([actor.userId]) : 'everyone');

it('F2 F3 catch-up and live are one subscriber: whatever the interleaving, each event of the audience once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const play = await stage({ audienceOf: narrow, pageSize: 3, hints: false });
      const { tenantId, listeners, fanout, writer, timers } = play;
      const outcomes: Promise<unknown>[] = [];
      const commits: Promise<unknown>[] = [writer.append(20, tenantId, anna)];
      for (const each of steps) {
        if (each.do === 'commit') {
          const done = writer.append(each.count, tenantId, each.by === 0 ? anna : ben);
          commits.push(each.hint ? done.then(() => fanout.wake(tenantId)) : done);
        } else if (each.do === 'join') {
          const { head } = await fanout.position(tenantId);
          const user = each.user === 0 ? anna : ben;
          outcomes.push(play.follow(new Listener(user.userId, Math.max(0, head - each.behind))));
        } else if (each.do === 'ack') for (const listener of listeners) listener.ack();
        else if (each.do === 'poll') timers.tick();
        else await nextTurn();
      }
      await Promise.all(commits);
      let settled = false;
      const all = Promise.all(outcomes).then(() => {
        settled = true;
      });
      while (!settled) {
        for (const listener of listeners) listener.ack();
        await nextTurn();
      }
      await all;
      await fanout.flush();
      const { head } = await fanout.position(tenantId);
      const log = await store.read
        .selectFrom('events')
        .select(['seq', 'actor'])
        .where('tenant_id', '=', tenantId)
        .execute();
      const author = new Map(log.map(({ seq, actor }) => [seq, (JSON.parse(actor) as typeof anna).userId]));
      for (const { seqs, cursor, userId } of listeners)
        expect(seqs).toEqual(
          range(cursor + 1, head).filter((seq) => seq % 3 !== 0 || author.get(seq) === userId),
        );
    }),
    { numRuns: 60, verbose: 1 },
  );
});
