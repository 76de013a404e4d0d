import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '#server/store/database.ts';

/** A real database in a folder of its own; `remove` closes and deletes both. */
export async function openTemporaryStore(): Promise<{
  store: Store;
  folder: string;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'roomlight-test-'));
  const store = await openStore(join(folder, 'clinic.db'));
  return {
    store,
    folder,
    async remove() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
