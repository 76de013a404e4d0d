import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { insertTestClinics, testTenant } from '#server/testing/test-clinic.ts';
import { copyDatabase } from './copy-database.ts';
import { openDataFolder } from './data-folder.ts';
import { openStore, type Store } from './database.ts';
import { restoreDatabase } from './restore.ts';

const death = vi.hoisted(() => ({ renamesLeft: Number.POSITIVE_INFINITY }));

vi.mock(import('node:fs'), async (importOriginal) => {
  const fs = await importOriginal();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (death.renamesLeft === 0) throw new Error('killed');
    death.renamesLeft -= 1;
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

let parent: string;
let path: string;
let backup: string;
let remove: () => Promise<void>;

/** The folder of a server that was killed: a database called After with its side files, and a backup called Before. */
beforeEach(async () => {
  ({ folder: parent, remove } = await makeTemporaryFolder());
  const running = join(parent, 'running.db');
  backup = join(parent, 'backup.db');
  path = join(parent, 'data');
  await mkdir(path);
  const store = await openStore(running);
  await insertTestClinics(store);
  await rename(store, 'Before');
  copyDatabase(running, backup);
  await rename(store, 'After');
  for (const part of ['', '-wal', '-shm']) await copyFile(running + part, join(path, `roomlight.db${part}`));
  await store.close();
});
afterEach(async () => {
  death.renamesLeft = Number.POSITIVE_INFINITY;
  await remove();
});

const rename = (store: Store, name: string) =>
  store.write.updateTable('tenants').set({ name }).where('id', '=', testTenant).execute();

async function nameIn(file: string): Promise<string | undefined> {
  const store = await openStore(file);
  const row = await store.read
    .selectFrom('tenants')
    .select('name')
    .where('id', '=', testTenant)
    .executeTakeFirst();
  await store.close();
  return row?.name;
}

const dieAfter = (renames: number) => {
  death.renamesLeft = renames;
  const databaseFile = join(path, 'roomlight.db');
  expect(() => restoreDatabase({ path, databaseFile }, backup, 'now')).toThrow();
  death.renamesLeft = Number.POSITIVE_INFINITY;
};

it.each([1, 2, 3, 4])(
  'L6 a restore killed after %i renames is finished by the next start',
  async (renames) => {
    dieAfter(renames);
    const folder = openDataFolder(path);
    expect(await nameIn(folder.databaseFile)).toBe('Before');
    folder.release();
    expect((await readdir(path)).filter((name) => name.startsWith('restored-'))).toEqual([]);
    expect(await nameIn(join(path, 'replaced-now.db'))).toBe('After');
  },
);

it('L6 a restore killed before its first rename changes nothing', async () => {
  dieAfter(0);
  const folder = openDataFolder(path);
  expect(await nameIn(folder.databaseFile)).toBe('After');
  folder.release();
});

it('says what to do when a restore that was cut off cannot be finished, and lets go of the folder', () => {
  death.renamesLeft = 1;
  const databaseFile = join(path, 'roomlight.db');
  expect(() => restoreDatabase({ path, databaseFile }, backup, 'now')).toThrow(/start the server/);
  expect(() => openDataFolder(path)).toThrow(/cut off and cannot be finished/);
  death.renamesLeft = Number.POSITIVE_INFINITY;
  openDataFolder(path).release();
});
