import type { ControlledTransaction } from 'kysely';
import type { Actor, NewEvent } from '#shared/events.ts';
import type { TenantId } from '#shared/ids.ts';
import { type Clock, type Instant, toInstant } from '#shared/time.ts';
import type { Store } from './database.ts';
import { rollBack } from './roll-back.ts';
import type { Schema } from './schema.ts';

/** What a command sees while it runs. Everything it does through `db` commits or vanishes together with its events. */
export interface Transaction {
  readonly db: ControlledTransaction<Schema, string[]>;
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly now: Instant;
  /** Appends to the log and answers the event's `seq` (L2: taken from the tenant's counter row, in this transaction). */
  append(event: NewEvent, entityId: string): Promise<number>;
}

export interface TransactionContext {
  readonly tenantId: TenantId;
  readonly actor: Actor;
}

/** The only way to write clinic state. */
export class Transactions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #wake: (tenantId: TenantId) => void;

  /** @param wake called after a commit that appended events: a hint, nothing may depend on it (F1) */
  constructor(store: Store, clock: Clock, wake: (tenantId: TenantId) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#wake = wake;
  }

  /** Runs `work` in one transaction (L1): commits what it did, or, when it throws, nothing. */
  async run<T>(context: TransactionContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const db = await this.#store.write.startTransaction().execute();
    let appended = 0;
    const now = toInstant(this.#clock());
    const append = async (event: NewEvent, entityId: string) => {
      const { head } = await db
        .updateTable('tenants')
        .set((eb) => ({ head: eb('head', '+', 1) }))
        .where('id', '=', context.tenantId)
        .returning('head')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('events')
        .values({
          tenant_id: context.tenantId,
          seq: head,
          type: event.type,
          at: now,
          entity_id: entityId,
          actor: JSON.stringify(context.actor),
          data: JSON.stringify(event.data),
        })
        .execute();
      appended += 1;
      return head;
    };
    let result: T;
    try {
      result = await work({ db, tenantId: context.tenantId, actor: context.actor, now, append });
      await db.commit().execute();
    } catch (error) {
      await rollBack(db);
      throw error;
    }
    if (appended > 0) this.#wake(context.tenantId);
    return result;
  }
}
