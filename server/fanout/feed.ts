import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClinicEvent } from '#shared/events.ts';
import type { TenantId } from '#shared/ids.ts';
import { type Audience, type AudienceOf, runsByAudience } from './audience.ts';

/** Committed events after a cursor, in `seq` order, at most `limit`. */
export type ReadLog = (cursor: number, limit: number) => Promise<ClinicEvent[]>;

/** Where a feed's batches go: all live sockets of this process that belong to the audience. Both are synchronous. */
export interface Outlet {
  emit(tenantId: TenantId, audience: Audience, batch: ClinicEvent[]): void;
  /** Disconnects every live socket of the tenant; each comes back with its cursor. */
  cutAll(tenantId: TenantId): void;
}

export interface FeedOptions {
  tenantId: TenantId;
  /** `seq` up to which nothing is to be emitted: the head when the feed begins. */
  from: number;
  read: ReadLog;
  outlet: Outlet;
  audienceOf: AudienceOf;
  report: (error: unknown) => void;
}

const batchLimit = 200;

/** F1: follows one tenant's committed log and emits it in `seq` order, each event once. */
export class Feed {
  readonly #options: FeedOptions;
  #emitted: number;
  #scheduled = false;
  #again = false;
  #running: Promise<void> | null = null;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#emitted = options.from;
  }

  /** `seq` of the last event handed to the outlet. Moves in the same turn as the emission (F3 stands on it). */
  get emitted(): number {
    return this.#emitted;
  }

  /** There may be something new. Commits of one turn of the event loop are answered by one read, so one batch. */
  wake(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#pump().catch(this.#options.report);
    });
  }

  /** Resolves when a committed `seq` has been emitted. */
  async reach(seq: number): Promise<void> {
    if (this.#emitted < seq) await this.#pump();
  }

  #pump(): Promise<void> {
    // A round under way may have read before the commit this call is about: ask it for one more.
    this.#again = true;
    this.#running ??= this.#drain();
    return this.#running;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        const batch = await this.#options.read(this.#emitted, batchLimit);
        this.#emit(batch);
        if (batch.length < batchLimit) continue;
        this.#again = true;
        await nextTurn();
      }
    } finally {
      this.#running = null;
    }
  }

  #emit(batch: ClinicEvent[]): void {
    const first = batch[0];
    const last = batch.at(-1);
    if (!first || !last) return;
    const { tenantId, outlet } = this.#options;
    // Retention dropped events that were never emitted: a live socket must not step over the hole (F5).
    if (first.seq !== this.#emitted + 1) outlet.cutAll(tenantId);
    this.#emitted = last.seq;
    for (const run of runsByAudience(batch, this.#options.audienceOf))
      outlet.emit(tenantId, run.audience, run.events);
  }
}
