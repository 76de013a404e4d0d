import type { Store } from '#server/store/database.ts';
import { type LogPosition, readEvents, readPosition } from '#server/store/log.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Every } from '#shared/time.ts';
import { type AudienceOf, audienceOf as audienceOfContract } from './audience.ts';
import { type CaughtUp, catchUp, type Subscriber } from './catch-up.ts';
import { Feed, type Outlet, type ReadLog } from './feed.ts';

export interface FanoutOptions {
  /** Only its read connection is used, so that nothing uncommitted is ever seen (F1). */
  store: Pick<Store, 'read' | 'epoch'>;
  outlet: Outlet;
  every: Every;
  /** Told of a failed read; the next wake-up or poll tries again. */
  report: (error: unknown) => void;
  audienceOf?: AudienceOf;
  /** How often a lost wake-up is made good, in milliseconds. */
  pollMs?: number;
  /** Most events in one catch-up page. */
  pageSize?: number;
}

/** The committed log of every tenant, on its way to this process's sockets. */
export class Fanout {
  readonly #options: FanoutOptions;
  readonly #audienceOf: AudienceOf;
  readonly #feeds = new Map<TenantId, Feed>();
  readonly #stopPolling: () => void;

  constructor(options: FanoutOptions) {
    this.#options = options;
    this.#audienceOf = options.audienceOf ?? audienceOfContract;
    this.#stopPolling = options.every(options.pollMs ?? 1_000, () => this.#wakeAll());
  }

  get epoch(): string {
    return this.#options.store.epoch;
  }

  position(tenantId: TenantId): Promise<LogPosition> {
    return readPosition(this.#options.store.read, tenantId);
  }

  /** A hint that the tenant's log grew (F1). A tenant nobody listens to has no feed and costs nothing. */
  wake(tenantId: TenantId): void {
    this.#feeds.get(tenantId)?.wake();
  }

  /**
   * Serves a subscriber everything after `cursor`, then keeps it live.
   *
   * @param position the log's position as just read; `cursor` lies within it
   */
  async follow(
    tenantId: TenantId,
    subscriber: Subscriber,
    cursor: number,
    position: LogPosition,
  ): Promise<CaughtUp> {
    const read = this.#reader(tenantId);
    const feed = this.#feed(tenantId, read, position.head);
    const pageSize = this.#options.pageSize ?? 500;
    return catchUp(subscriber, cursor, { feed, read, audienceOf: this.#audienceOf, pageSize });
  }

  /** Emits what is committed by now, so that nobody is sent away before the last of it. */
  async flush(): Promise<void> {
    for (const [tenantId, feed] of this.#feeds) await feed.reach((await this.position(tenantId)).head);
  }

  close(): void {
    this.#stopPolling();
    this.#feeds.clear();
  }

  #reader(tenantId: TenantId): ReadLog {
    return (cursor, limit) => readEvents(this.#options.store.read, tenantId, cursor, limit);
  }

  #feed(tenantId: TenantId, read: ReadLog, head: number): Feed {
    const known = this.#feeds.get(tenantId);
    if (known) return known;
    const { outlet, report } = this.#options;
    const feed = new Feed({ tenantId, from: head, read, outlet, audienceOf: this.#audienceOf, report });
    this.#feeds.set(tenantId, feed);
    return feed;
  }

  #wakeAll(): void {
    for (const feed of this.#feeds.values()) feed.wake();
  }
}
