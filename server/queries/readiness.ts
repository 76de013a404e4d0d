import type { Store } from '#server/store/database.ts';
import { readEvents, readPosition } from '#server/store/log.ts';
import { rollBack } from '#server/store/roll-back.ts';
import type { TenantId } from '#shared/ids.ts';

export interface Readiness {
  readonly databaseWritable: boolean;
  readonly logReadable: boolean;
  /** What went wrong, for the log of the server. */
  readonly problems: readonly unknown[];
}

/** Tries what a command and a catch-up need: a real write, undone, and a read of the newest event. */
export async function readReadiness(store: Store): Promise<Readiness> {
  const problems: unknown[] = [];
  const works = async (attempt: () => Promise<void>) => {
    try {
      await attempt();
      return true;
    } catch (problem) {
      problems.push(problem);
      return false;
    }
  };
  return {
    databaseWritable: await works(() => tryWrite(store)),
    logReadable: await works(() => tryLog(store)),
    problems,
  };
}

async function tryWrite(store: Store): Promise<void> {
  const tx = await store.write.startTransaction().execute();
  try {
    await tx.insertInto('meta').values({ key: 'readiness', value: '' }).execute();
  } finally {
    await rollBack(tx);
  }
}

async function tryLog(store: Store): Promise<void> {
  const clinics = await store.read.selectFrom('tenants').select('id').execute();
  for (const { id } of clinics) {
    const tenantId = id as TenantId;
    const { head, floor } = await readPosition(store.read, tenantId);
    const [newest] = await readEvents(store.read, tenantId, head - 1, 1);
    if (head > floor && newest?.seq !== head)
      throw new Error(`The log of ${tenantId} ends before event ${head}. Restore the last backup.`);
  }
}
