import type { Kysely } from 'kysely';
import type { IdempotencyKey, TenantId, UserId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Schema } from './schema.ts';

export interface OutcomeKey {
  readonly tenantId: TenantId;
  readonly userId: UserId;
  readonly key: IdempotencyKey;
}

/** What a command came to the first time (L4). `answer` is the JSON text of its answer or refusal. */
export interface KeptOutcome {
  readonly fingerprint: string;
  /** HTTP status; 400 and above is a refusal. */
  readonly status: number;
  readonly answer: string;
}

export async function readOutcome(db: Kysely<Schema>, of: OutcomeKey): Promise<KeptOutcome | undefined> {
  return db
    .selectFrom('outcomes')
    .select(['fingerprint', 'status', 'answer'])
    .where('tenant_id', '=', of.tenantId)
    .where('user_id', '=', of.userId)
    .where('key', '=', of.key)
    .executeTakeFirst();
}

/** Only for use inside the transaction of the command itself: outcome and effect are one (L4). */
export async function keepOutcome(
  db: Kysely<Schema>,
  of: OutcomeKey,
  outcome: KeptOutcome,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('outcomes')
    .values({ tenant_id: of.tenantId, user_id: of.userId, key: of.key, ...outcome, at })
    .execute();
}

/** Forgets outcomes older than `olderThan`: a command repeated later than that would be carried out again. */
export async function dropOldOutcomes(db: Kysely<Schema>, olderThan: Instant): Promise<void> {
  await db.deleteFrom('outcomes').where('at', '<', olderThan).execute();
}
