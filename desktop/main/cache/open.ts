import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Cache } from './cache.ts';
import { guard, isUnreadable } from './faults.ts';
import { prepareSchema } from './schema.ts';

/**
 * `file` null: in memory, for a PC that cannot keep a key (W2). `key`: 64 hex digits, 256 bits, used as it is.
 * `nativeBinding`: another SQLite binary, for a runtime the shipped one does not fit.
 */
export type CacheOptions = ({ file: string; key: string } | { file: null }) & {
  nativeBinding?: string | undefined;
};

/**
 * `unreadable`: the key does not open this file, or it is damaged. The caller calls `deleteCache` and opens again,
 * which is a resync; there is no other key to try (W2).
 */
export type OpenedCache = { state: 'open'; cache: Cache } | { state: 'unreadable' };

/**
 * Opens or makes the cache of one user on one server; its folder is made when missing.
 * @throws RoomlightError `cacheUnusable` when the disk is full, read-only, busy or failing: deleting would not help
 */
export function openCache(options: CacheOptions): OpenedCache {
  if (options.file !== null && !/^[0-9a-fA-F]{64}$/.test(options.key))
    throw new TypeError('The key of a cache is 64 hex digits.');
  return guard(() => {
    const db = connect(options);
    try {
      if (options.file !== null) unlock(db, options.key);
      prepareSchema(db);
      return { state: 'open', cache: new Cache(db) };
    } catch (error) {
      db.close();
      if (isUnreadable(error)) return { state: 'unreadable' };
      throw error;
    }
  });
}

/** Removes a closed cache and what SQLite keeps beside it. One that is not there is fine. */
export function deleteCache(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

function connect({ file, nativeBinding }: CacheOptions): Database {
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Made here so that no other user of the PC may read it; SQLite gives its own files beside it the same mode.
    closeSync(openSync(file, 'a', 0o600));
  }
  const db = new SqliteDatabase(file ?? ':memory:', nativeBinding === undefined ? {} : { nativeBinding });
  // Sorting must never spill to a file, which would not be encrypted (W2).
  db.pragma('temp_store = MEMORY');
  db.pragma('foreign_keys = ON');
  return db;
}

function unlock(db: Database, key: string): void {
  db.pragma("cipher = 'aegis'");
  db.pragma(`key = 'raw:${key}'`);
  db.pragma('journal_mode = WAL');
  // Consistent after power loss, at worst some batches behind, which the next resume brings again. The outbox, which
  // nobody could bring again, asks for more (outbox.ts).
  db.pragma('synchronous = NORMAL');
}
