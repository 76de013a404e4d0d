import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { copyDatabase } from './copy-database.ts';
import { migrate } from './migrations.ts';

const parts = ['', '-wal', '-shm'];

/**
 * Puts the database of a backup in the place of the one in the data folder, which stays beside it under another name.
 * The log begins a new epoch, because its next events are others than the workstations may have seen (F5), and nobody
 * stays signed in: who was when the backup was made may have left since.
 * @param folder of a server that does not run; its lock must be held
 * @returns where the database that was there is now; null when there was none
 * @throws Error with a sentence for the administrator; the folder is then as it was
 */
export function restoreDatabase(
  folder: { path: string; databaseFile: string },
  from: string,
  stamp: string,
): string | null {
  const fresh = join(folder.path, `restoring-${stamp}.db`);
  copyDatabase(from, fresh);
  try {
    beginAnew(fresh);
  } catch (error) {
    rmSync(fresh);
    throw error;
  }
  const replaced = setAside(folder.databaseFile, join(folder.path, `replaced-${stamp}.db`));
  renameSync(fresh, folder.databaseFile);
  return replaced;
}

/** With its side files, which hold what was written last. */
function setAside(file: string, to: string): string | null {
  if (!existsSync(file) || statSync(file).size === 0) return null;
  for (const part of parts) if (existsSync(file + part)) renameSync(file + part, to + part);
  return to;
}

/** The next server to open it gives it an epoch: see database.ts. */
function beginAnew(file: string): void {
  const database = new SqliteDatabase(file);
  try {
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database);
    database.transaction(() => {
      database.exec("DELETE FROM meta WHERE key = 'epoch'");
      database.exec('DELETE FROM sessions');
    })();
  } finally {
    database.close();
  }
}
