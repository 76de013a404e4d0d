// `npm run staff -- add …` and so on: who may sign in. The server must not run.
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { hashPassword } from '#server/identity/password.ts';
import { addStaff, endSessions, setDisabled, setPassword } from '#server/identity/staff.ts';
import type { Store } from '#server/store/database.ts';
import { type ProviderId, TenantId, type UserId } from '#shared/ids.ts';
import { Role } from '#shared/people.ts';
import { toInstant } from '#shared/time.ts';
import { typedLine } from '#shared/typed-text.ts';
import { action, runAction } from './actions.ts';
import { inColumns } from './columns.ts';
import { type FoundMember, findMember, requireClinic } from './find-member.ts';
import { readNewPassword } from './typed-password.ts';

const username = typedLine(80)
  .regex(/^\S+$/, 'must be one word')
  .transform((name) => name.toLowerCase());

const NewMember = z
  .strictObject({
    clinic: TenantId,
    username,
    name: typedLine(80).min(1, 'must not be empty'),
    role: Role,
    specialty: typedLine(80).optional(),
  })
  .refine(({ role, specialty }) => role === 'provider' || specialty === undefined, {
    path: ['specialty'],
    error: 'is for the role provider only',
  });
const OneMember = z.strictObject({ username, clinic: TenantId.optional() });
const OneClinic = z.strictObject({ clinic: TenantId.optional() });

async function add(store: Store, given: z.infer<typeof NewMember>): Promise<string> {
  const { clinic, username, name, role } = given;
  await requireClinic(store, clinic);
  const there = store.read.selectFrom('users').select('id').where('tenant_id', '=', clinic);
  if (await there.where('username', '=', username).executeTakeFirst())
    throw new Error(`There is a user ${username} in ${clinic} already. Choose another user name.`);
  const passwordHash = await hashPassword(await readNewPassword(username));
  const provider =
    role === 'provider'
      ? { id: uuid() as ProviderId, displayName: name, specialty: given.specialty ?? '' }
      : null;
  const member = { id: uuid() as UserId, username, displayName: name, role, passwordHash };
  await addStaff(store, clinic, {
    member: { ...member, providerId: provider?.id ?? null },
    provider,
  });
  return `${name} signs in at ${clinic} as ${username}.`;
}

async function list(store: Store, { clinic }: z.infer<typeof OneClinic>): Promise<string> {
  if (clinic) await requireClinic(store, clinic);
  let query = store.read
    .selectFrom('users')
    .select(['tenant_id', 'username', 'display_name', 'role', 'disabled'])
    .orderBy('tenant_id')
    .orderBy('username');
  if (clinic) query = query.where('tenant_id', '=', clinic);
  const rows = await query.execute();
  if (rows.length === 0) return 'There is nobody yet.';
  return inColumns(
    rows.map((row) => [
      ...[row.tenant_id, row.username, row.display_name, row.role],
      row.disabled ? 'disabled' : '',
    ]),
  );
}

const now = () => toInstant(Date.now());

async function password(store: Store, { id, username }: FoundMember): Promise<string> {
  await setPassword(store, id, await hashPassword(await readNewPassword(username)), now());
  return `${username} has a new password, and is signed out everywhere.`;
}

async function disable(store: Store, { id, username }: FoundMember): Promise<string> {
  await setDisabled(store, id, true, now());
  return `${username} cannot sign in any more, and is signed out everywhere.`;
}

async function enable(store: Store, { id, username }: FoundMember): Promise<string> {
  await setDisabled(store, id, false, now());
  return `${username} can sign in again, with the password they had.`;
}

async function signOut(store: Store, { id, username }: FoundMember): Promise<string> {
  const ended = await endSessions(store.write, id, now());
  return `${username} is signed out everywhere (sign-ins ended: ${ended}).`;
}

const addUsage =
  'npm run staff -- add --clinic lakeside --username tess --name "Tess Moreau" --role frontDesk|provider|assistant|admin [--specialty Dermatology]';
const onMember = (name: string, work: (store: Store, member: FoundMember) => Promise<string>) =>
  action(
    `npm run staff -- ${name} --username tess [--clinic lakeside]`,
    OneMember,
    async (store, { username, clinic }) => work(store, await findMember(store, username, clinic)),
  );

await runAction({
  add: action(addUsage, NewMember, add),
  list: action('npm run staff -- list [--clinic lakeside]', OneClinic, list),
  password: onMember('password', password),
  disable: onMember('disable', disable),
  enable: onMember('enable', enable),
  'sign-out': onMember('sign-out', signOut),
});
