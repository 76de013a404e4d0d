import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Store } from '#server/store/database.ts';
import { readPosition } from '#server/store/log.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Clock, LocalDate } from '#shared/time.ts';
import { readSnapshot } from './snapshot.ts';

const compress = promisify(gzip);

/** A snapshot as it travels: JSON text, and the same with gzip. */
export interface PackedSnapshot {
  readonly json: Buffer;
  readonly gzip: Buffer;
}

/** A packed snapshot is handed out no longer than this, so that its `at` says when it was true, to that much. */
const freshMilliseconds = 10_000;
/** Asked for in practice: the usual span of each clinic. More are read anew each time. */
const entriesKept = 16;

interface Entry {
  readonly seq: number;
  readonly readAt: number;
  readonly packed: Promise<PackedSnapshot | null>;
}

/**
 * Reads, writes out and compresses a snapshot once for all who ask at the same `seq`: after a restart a thousand
 * workstations do. Members and providers change only with the server stopped, so that `seq` names the whole content.
 */
export class SnapshotCache {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async read(tenantId: TenantId, from: LocalDate | null): Promise<PackedSnapshot | null> {
    const { head } = await readPosition(this.#store.read, tenantId);
    const key = `${tenantId} ${from ?? ''}`;
    const known = this.#entries.get(key);
    const now = this.#clock();
    if (known?.seq === head && isFresh(known, now)) return known.packed;
    // `head` may move on before the snapshot is read: the entry is then newer than it says, never older.
    const entry = { seq: head, readAt: now, packed: this.#pack(tenantId, from) };
    this.#keep(key, entry);
    entry.packed.catch(() => this.#forget(key, entry));
    return entry.packed;
  }

  async #pack(tenantId: TenantId, from: LocalDate | null): Promise<PackedSnapshot | null> {
    const snapshot = await readSnapshot(this.#store, this.#clock, tenantId, from);
    if (!snapshot) return null;
    const json = Buffer.from(JSON.stringify(snapshot));
    return { json, gzip: await compress(json) };
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > entriesKept && oldest !== undefined) this.#entries.delete(oldest);
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

/** A clock put back makes an entry of the time before it look younger than new. */
function isFresh({ readAt }: Entry, now: number): boolean {
  return now >= readAt && now - readAt < freshMilliseconds;
}
