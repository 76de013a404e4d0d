import { type AudienceOf, reaches } from '#server/fanout/audience.ts';
import type { CaughtUp, Subscriber } from '#server/fanout/catch-up.ts';
import { Fanout } from '#server/fanout/fanout.ts';
import type { Outlet } from '#server/fanout/feed.ts';
import type { Store } from '#server/store/database.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { TenantId, UserId } from '#shared/ids.ts';
import { LogWriter } from './log-writer.ts';
import { type ManualEvery, manualEvery } from './manual-every.ts';

/** A subscriber whose acks the test gives. */
export class Listener implements Subscriber {
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

/** A fan-out over a real log with listeners instead of sockets. */
export interface Stage {
  tenantId: TenantId;
  fanout: Fanout;
  timers: ManualEvery;
  writer: LogWriter;
  listeners: Listener[];
  batches: ClinicEvent[][];
  cuts: number;
  follow: (listener: Listener) => Promise<CaughtUp>;
}

/**
 * @param store to which a tenant of its own is added
 * @param options.hints false: every wake-up is lost
 */
export async function stageFanout(
  store: Store,
  options: { audienceOf?: AudienceOf; pageSize?: number; hints?: boolean } = {},
): Promise<Stage> {
  const { hints = true, ...fanoutOptions } = options;
  const tenantId = await newTenant(store);
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

let tenants = 0;

async function newTenant(store: Store): Promise<TenantId> {
  tenants += 1;
  const id = `tenant-${tenants}` as TenantId;
  const row = { id, name: id, time_zone: 'UTC', day_start: 0, day_end: 1440, rooms: '[]' };
  await store.write
    .insertInto('tenants')
    .values({ ...row, head: 0, floor: 0, next_mrn: 1 })
    .execute();
  return id;
}
