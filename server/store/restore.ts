import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { copyDatabase } from './copy-database.ts';
import { endEpochOf } from './epoch.ts';
import { migrate } from './migrations.ts';

interface Folder {
  readonly path: string;
  readonly databaseFile: string;
}

// With the side files, which hold what was written last.
const parts = ['', '-wal', '-shm'];

/**
 * Puts the database of a backup in the place of the one in the data folder, which stays beside it under another name.
 * The log begins a new epoch, because its next events are others than the workstations may have seen (F5), and nobody
 * stays signed in: who was when the backup was made may have left since.
 * @param folder of a server that does not run; its lock must be held
 * @param stamp tells this restore from all others
 * @returns where the database that was there is now; null when there was none
 * @throws Error with a sentence for the administrator; the folder is then as it was, or its sentence says otherwise
 */
export function restoreDatabase(folder: Folder, from: string, stamp: string): string | null {
  const fresh = join(folder.path, `restoring-${stamp}.db`);
  copyDatabase(from, fresh);
  try {
    beginAnew(fresh);
  } catch (error) {
    rmSync(fresh);
    throw error;
  }
  // From this name on the restore holds, whatever dies: see `finishRestore`.
  renameSync(fresh, join(folder.path, `restored-${stamp}.db`));
  flushFolder(folder.path);
  try {
    return finishRestore(folder);
  } catch (cause) {
    throw new Error(
      'The backup is read but not yet in its place. Close what else uses the data folder and start the server, which finishes that.',
      { cause },
    );
  }
}

/**
 * Puts a restored database that is whole in its place. Between its renames there is no database, and a server that
 * then made a new one would begin an empty clinic; so each start does what a restore that was cut off left to do.
 * @param folder its lock must be held
 * @returns as `restoreDatabase`
 */
export function finishRestore(folder: Folder): string | null {
  let replaced: string | null = null;
  for (const name of readdirSync(folder.path).toSorted()) {
    const [, stamp] = /^restored-(.+)\.db$/u.exec(name) ?? [];
    if (stamp === undefined) continue;
    replaced = setAside(folder.databaseFile, join(folder.path, `replaced-${stamp}.db`));
    flushFolder(folder.path);
    renameSync(join(folder.path, name), folder.databaseFile);
    flushFolder(folder.path);
  }
  return replaced;
}

/** What a try before has set aside already stays; an empty file holds nothing. */
function setAside(file: string, to: string): string | null {
  for (const part of parts) {
    const holdsSomething = existsSync(file + part) && (part !== '' || statSync(file).size > 0);
    if (holdsSomething) renameSync(file + part, to + part);
  }
  return existsSync(to) ? to : null;
}

/** Until then a loss of power may undo a rename. Windows writes names down by itself, and opens no folders. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The next server to open it gives it an epoch. */
function beginAnew(file: string): void {
  const database = new SqliteDatabase(file);
  try {
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database);
    database.transaction(() => {
      endEpochOf(database);
      database.exec('DELETE FROM sessions');
    })();
  } finally {
    database.close();
  }
}
