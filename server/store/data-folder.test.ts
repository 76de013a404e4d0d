import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { openDataFolder } from './data-folder.ts';
import { openStore } from './database.ts';

let parent: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder: parent, remove } = await makeTemporaryFolder());
});
afterEach(() => remove());

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

it.skipIf(process.platform === 'win32')('is for the eyes of the server alone', async () => {
  const data = openDataFolder(join(parent, 'deep', 'data'));
  const store = await openStore(data.databaseFile);
  await store.write.insertInto('meta').values({ key: 'a', value: 'b' }).execute();
  expect(await modeOf(data.path)).toBe('700');
  for (const file of ['', '-wal', '-shm']) expect(await modeOf(data.databaseFile + file)).toBe('600');
  await store.close();
  data.release();
});

it('lets in one server at a time', () => {
  const first = openDataFolder(parent);
  expect(() => openDataFolder(parent)).toThrow(
    /Another Roomlight server is using the data folder .+ROOMLIGHT_DATA/,
  );
  first.release();
  openDataFolder(parent).release();
});

it('says what to do when the folder cannot be made', () => {
  openDataFolder(parent).release();
  const notAFolder = join(parent, 'roomlight.db');
  expect(() => openDataFolder(join(notAFolder, 'data'))).toThrow(/cannot be used.+ROOMLIGHT_DATA/);
});
