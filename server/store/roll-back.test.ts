import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { readReadiness } from '#server/queries/readiness.ts';
import { startTestClock } from '#server/testing/clock.ts';
import { LogWriter } from '#server/testing/log-writer.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { insertTestClinics, testTenant } from '#server/testing/test-clinic.ts';
import { readEvents, readPosition } from './log.ts';

it('L1 a full disk is told as such, nothing of the command stays, and the next one goes through', async () => {
  const { store, remove } = await openTemporaryStore();
  try {
    await insertTestClinics(store);
    const writer = new LogWriter({ store, clock: startTestClock().now });
    await writer.append(10);
    await sql`PRAGMA max_page_count = 1`.execute(store.write);
    await expect(writer.append(500)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await readPosition(store.read, testTenant)).toEqual({ head: 10, floor: 0 });
    expect(await readEvents(store.read, testTenant, 0, 1000)).toHaveLength(10);
    await sql`PRAGMA max_page_count = 1000000`.execute(store.write);
    expect(await writer.append()).toBe(11);
    expect(await readReadiness(store)).toMatchObject({ databaseWritable: true });
  } finally {
    await remove();
  }
});
