import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { insertTestClinics, testTenant } from '#server/testing/test-clinic.ts';
import { copyDatabase } from './copy-database.ts';
import { openStore, type Store } from './database.ts';
import { restoreDatabase } from './restore.ts';

let path: string;
let remove: () => Promise<void>;
let databaseFile: string;
let backup: string;
let store: Store;

beforeEach(async () => {
  ({ folder: path, remove } = await makeTemporaryFolder());
  databaseFile = join(path, 'roomlight.db');
  backup = join(path, 'backup.db');
  store = await openStore(databaseFile);
  await insertTestClinics(store);
});
afterEach(async () => {
  await store.close();
  await remove();
});

const restore = (from = backup) => restoreDatabase({ path, databaseFile }, from, 'now');
const nameOf = async () =>
  (await store.read.selectFrom('tenants').select('name').where('id', '=', testTenant).executeTakeFirst())
    ?.name;
const rename = (name: string) =>
  store.write.updateTable('tenants').set({ name }).where('id', '=', testTenant).execute();

async function openSession(): Promise<void> {
  const user = await store.read.selectFrom('users').select('id').executeTakeFirstOrThrow();
  const [created_at, expires_at] = ['2026-01-20T10:00:00.000Z', '2026-02-20T10:00:00.000Z'];
  const row = { id: 'a', tenant_id: testTenant, user_id: user.id, workstation: null, created_at, expires_at };
  await store.write.insertInto('sessions').values(row).execute();
  const token = { hash: 'h', session_id: 'a', issued_at: created_at };
  await store.write.insertInto('refresh_tokens').values(token).execute();
}

it('copies what is committed, from under a running server, into one file', async () => {
  await rename('Before');
  copyDatabase(databaseFile, backup);
  await rename('After');
  expect(await readdir(path)).not.toContain('backup.db-wal');
  await store.close();
  store = await openStore(backup);
  expect(await nameOf()).toBe('Before');
});

it.skipIf(process.platform === 'win32')('a copy is for the eyes of one user alone', async () => {
  copyDatabase(databaseFile, backup);
  expect(((await stat(backup)).mode & 0o777).toString(8)).toBe('600');
});

it('F5 what is restored begins a new epoch, and nobody is signed in any more', async () => {
  await rename('Before');
  await openSession();
  copyDatabase(databaseFile, backup);
  await rename('After');
  const { epoch } = store;
  await store.close();
  const replaced = restore();
  store = await openStore(databaseFile);
  expect(await nameOf()).toBe('Before');
  expect(store.epoch).not.toBe(epoch);
  expect(await store.read.selectFrom('sessions').selectAll().execute()).toEqual([]);
  expect(await store.read.selectFrom('refresh_tokens').selectAll().execute()).toEqual([]);
  await store.close();
  expect(replaced).toBe(join(path, 'replaced-now.db'));
  store = await openStore(join(path, 'replaced-now.db'));
  expect(await nameOf()).toBe('After');
  expect(store.epoch).toBe(epoch);
});

it('F5 a folder brought back by other means keeps its state and gets a new epoch from its own database', async () => {
  await rename('Brought back');
  const { epoch } = store;
  await store.close();
  restore(databaseFile);
  store = await openStore(databaseFile);
  expect(await nameOf()).toBe('Brought back');
  expect(store.epoch).not.toBe(epoch);
});

it('restores into an empty folder', async () => {
  copyDatabase(databaseFile, backup);
  const empty = await makeTemporaryFolder();
  const target = { path: empty.folder, databaseFile: join(empty.folder, 'roomlight.db') };
  await writeFile(target.databaseFile, '');
  expect(restoreDatabase(target, backup, 'now')).toBeNull();
  expect(await readdir(empty.folder)).toEqual(['roomlight.db']);
  await empty.remove();
});

it.each([
  ['is not there', null, /no database at .+Check the name/],
  ['is something else', 'a letter', /could not be read whole/],
  ['is empty', '', /not a database of Roomlight/],
])('a backup that %s changes nothing', async (_name, content, words) => {
  if (content !== null) await writeFile(backup, content);
  const before = await readdir(path);
  expect(() => restore()).toThrow(words);
  expect(await readdir(path)).toEqual(before);
  expect(await nameOf()).toBeDefined();
});

it('a backup made by a newer Roomlight changes nothing', async () => {
  copyDatabase(databaseFile, backup);
  const raw = new SqliteDatabase(backup);
  raw.pragma('user_version = 999');
  raw.close();
  const before = await readdir(path);
  expect(() => restore()).toThrow(/written by a newer Roomlight/);
  expect(await readdir(path)).toEqual(before);
});

it('never writes over a file', async () => {
  await writeFile(backup, 'precious');
  expect(() => copyDatabase(databaseFile, backup)).toThrow(/is there already. Name another one/);
  expect(() => copyDatabase(databaseFile, join(path, 'nowhere/backup.db'))).toThrow(/cannot be written/);
});
