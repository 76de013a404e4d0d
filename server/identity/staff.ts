import type { Kysely } from 'kysely';
import { insertMember, insertProvider, type NewMember } from '#server/store/clinic-setup.ts';
import type { Store } from '#server/store/database.ts';
import { endEpochWith } from '#server/store/epoch.ts';
import type { Schema } from '#server/store/schema.ts';
import type { TenantId, UserId } from '#shared/ids.ts';
import type { Provider } from '#shared/people.ts';
import type { Instant } from '#shared/time.ts';

/** Who is added: a member, and the column of the day that is theirs when they are a provider. */
export interface NewStaff {
  readonly member: NewMember;
  readonly provider: Omit<Provider, 'position'> | null;
}

/**
 * Adds someone to the clinic's staff; a provider's column comes last. No event tells of it, so the epoch ends and every
 * workstation takes a snapshot (F6): only while no server runs.
 */
export async function addStaff(
  store: Store,
  tenantId: TenantId,
  { member, provider }: NewStaff,
): Promise<void> {
  await store.write.transaction().execute(async (tx) => {
    if (provider) {
      const last = await tx
        .selectFrom('providers')
        .select((eb) => eb.fn.max<number | null>('position').as('position'))
        .where('tenant_id', '=', tenantId)
        .executeTakeFirst();
      await insertProvider(tx, tenantId, { ...provider, position: (last?.position ?? -1) + 1 });
    }
    await insertMember(tx, tenantId, member);
    await endEpochWith(tx);
  });
}

/** Whoever knew the old password is signed out with it. Only while no server runs, as is the case for all below. */
export async function setPassword(
  store: Store,
  userId: UserId,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await store.write.transaction().execute(async (tx) => {
    await tx.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', userId).execute();
    await endSessions(tx, userId, now);
  });
}

/** A disabled member cannot sign in, is signed out everywhere, and stays named where they acted. */
export async function setDisabled(
  store: Store,
  userId: UserId,
  disabled: boolean,
  now: Instant,
): Promise<void> {
  await store.write.transaction().execute(async (tx) => {
    await tx
      .updateTable('users')
      .set({ disabled: disabled ? 1 : 0 })
      .where('id', '=', userId)
      .execute();
    if (disabled) await endSessions(tx, userId, now);
  });
}

/** Answers how many sign-ins it ended. */
export async function endSessions(db: Kysely<Schema>, userId: UserId, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: now, ended_why: 'byAdministrator' })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
