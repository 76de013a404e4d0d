import SqliteDatabase from 'better-sqlite3';
import type { ControlledTransaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Undoes a transaction. On a full or failing disk SQLite has undone it already and says so; that must not stand in the
 * place of the error that tells of the disk.
 */
export async function rollBack(tx: ControlledTransaction<Schema, string[]>): Promise<void> {
  try {
    await tx.rollback().execute();
  } catch (error) {
    const undone =
      error instanceof SqliteDatabase.SqliteError && /no transaction is active/.test(error.message);
    if (!undone) throw error;
  }
}
