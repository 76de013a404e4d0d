import type Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { v4 as uuid } from 'uuid';
import type { Schema } from './schema.ts';

const endEpoch = "DELETE FROM meta WHERE key = 'epoch'";

/** The name of the log in this database; one that has none, new or ended, gets it here. */
export function epochOf(connection: Database.Database): string {
  connection.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('epoch', ?)").run(uuid());
  const { value } = connection.prepare("SELECT value FROM meta WHERE key = 'epoch'").get() as {
    value: string;
  };
  return value;
}

/**
 * Ends the epoch, so that every workstation takes a snapshot when the next server has opened the database (F5). For what
 * no event tells: another history, or a change of clinic, members or providers (F6). Belongs in the transaction of that
 * change, while no server runs.
 */
export async function endEpochWith(tx: Kysely<Schema>): Promise<void> {
  await sql.raw(endEpoch).execute(tx);
}

/** The same on a bare connection. */
export function endEpochOf(connection: Database.Database): void {
  connection.exec(endEpoch);
}
