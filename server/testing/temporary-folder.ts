import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '#server/store/data-folder.ts';
import { openStore } from '#server/store/database.ts';
import { insertTestClinics } from './test-clinic.ts';

/** An empty folder of a test's own. */
export async function makeTemporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'roomlight-test-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** A data folder that holds the test clinics, for a server to be started on. */
export async function makeClinicFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const temporary = await makeTemporaryFolder();
  const data = openDataFolder(temporary.folder);
  const store = await openStore(data.databaseFile);
  await insertTestClinics(store);
  await store.close();
  data.release();
  return temporary;
}
