import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { epochOf } from './epoch.ts';
import { migrate } from './migrations.ts';
import type { Schema } from './schema.ts';
import { keepStatements } from './statements.ts';

/**
 * The open database. `write` is one connection used by transaction.ts and identity only; `read` is a second, read-only one,
 * so that nothing a reader sees (fan-out above all) is uncommitted (F1).
 */
export interface Store {
  readonly write: Kysely<Schema>;
  readonly read: Kysely<Schema>;
  /** Names this log for ever; a restored or recreated database must get a new one (F5). */
  readonly epoch: string;
  close(): Promise<void>;
}

/** @param file path of the database; made when it is not there, its folder must exist */
export async function openStore(file: string): Promise<Store> {
  const writer = new SqliteDatabase(file);
  writer.pragma('journal_mode = WAL');
  // L6: an acknowledged command survives power loss.
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 5000');
  migrate(writer);
  const epoch = epochOf(writer);
  const reader = new SqliteDatabase(file, { readonly: true });
  reader.pragma('busy_timeout = 5000');
  const write = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(writer) }) });
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepStatements(reader) }) });
  return {
    write,
    read,
    epoch,
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
}
