import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { finishRestore } from './restore.ts';

/** The folder that is the clinic's whole server: database, token secret, lock. One server at a time. */
export interface DataFolder {
  readonly path: string;
  readonly databaseFile: string;
  /** Lets the next server in. The operating system does so by itself when this one dies. */
  release(): void;
}

/**
 * Makes the folder when it is not there, readable by the server's user only, and locks it. Finishes a
 * restore that was cut off.
 * @throws Error with a sentence for the administrator when it cannot be made or finished, or another server uses it
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  const databaseFile = join(path, 'roomlight.db');
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // SQLite gives its side files the mode of the database.
    closeSync(openSync(databaseFile, 'a', 0o600));
  } catch (cause) {
    throw new Error(
      `The data folder ${path} cannot be used. Give this user the right to write there, or set ROOMLIGHT_DATA to another folder.`,
      { cause },
    );
  }
  const release = lock(path);
  try {
    finishRestore({ path, databaseFile });
  } catch (cause) {
    release();
    throw new Error(
      `A restore of the data folder ${path} was cut off and cannot be finished. Close what else uses the folder, see that this user may write there, and start again.`,
      { cause },
    );
  }
  return { path, databaseFile, release };
}

/** A lock of SQLite's on a file of its own: it holds on every system and dies with the process, however it dies. */
function lock(path: string): () => void {
  const file = join(path, 'server.lock');
  closeSync(openSync(file, 'a', 0o600));
  const holder = new SqliteDatabase(file, { timeout: 1_000 });
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    holder.close();
    if (!(cause instanceof SqliteDatabase.SqliteError && cause.code === 'SQLITE_BUSY')) throw cause;
    throw new Error(
      `Another Roomlight server is using the data folder ${path}. Stop it first, or set ROOMLIGHT_DATA to another folder.`,
      { cause },
    );
  }
  return () => holder.close();
}
