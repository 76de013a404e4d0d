import type { Store } from '#server/store/database.ts';
import { readClinic } from '#server/store/people.ts';
import type { TenantId, UserId } from '#shared/ids.ts';

export interface FoundMember {
  readonly id: UserId;
  readonly username: string;
}

/** @throws Error with a sentence for the administrator when there is none of that name, or one in several clinics */
export async function findMember(
  store: Store,
  username: string,
  clinic: TenantId | undefined,
): Promise<FoundMember> {
  if (clinic) await requireClinic(store, clinic);
  let query = store.read.selectFrom('users').select(['id', 'tenant_id']).where('username', '=', username);
  if (clinic) query = query.where('tenant_id', '=', clinic);
  const [found, ...more] = await query.orderBy('tenant_id').execute();
  if (!found) throw new Error(`There is no user ${username}. \`npm run staff -- list\` shows who there is.`);
  if (more.length > 0) {
    const clinics = [found, ...more].map(({ tenant_id }) => tenant_id).join(', ');
    throw new Error(`There is a user ${username} in several clinics (${clinics}). Say which with --clinic.`);
  }
  return { id: found.id as UserId, username };
}

/** @throws Error with a sentence for the administrator when it is not there */
export async function requireClinic(store: Store, id: TenantId): Promise<void> {
  if (await readClinic(store.read, id)) return;
  throw new Error(
    `There is no clinic ${id} in this data folder. \`npm run clinic -- list\` shows which there are; ROOMLIGHT_DATA names the folder.`,
  );
}
