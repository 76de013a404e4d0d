import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';

/**
 * Writes all that a database holds at this moment into a new file: one file, compact, for this user's eyes only. A server
 * that works on the database goes on meanwhile. The copy is checked and on the disk before this returns; when it
 * fails there is none.
 * @throws Error with a sentence for the administrator
 */
export function copyDatabase(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`There is no database at ${from}. Check the name.`);
  makeEmpty(to);
  try {
    vacuumInto(from, to);
    check(from, to);
    flush(to);
  } catch (error) {
    rmSync(to);
    throw error;
  }
}

function makeEmpty(file: string): void {
  try {
    // SQLite fills an empty file, and leaves it the rights it has.
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const what = there ? 'is there already' : 'cannot be written';
    throw new Error(`The file ${file} ${what}. Name another one.`, { cause });
  }
}

function vacuumInto(from: string, to: string): void {
  try {
    const source = new SqliteDatabase(from, { readonly: true, timeout: 5_000 });
    try {
      source.prepare('VACUUM INTO ?').run(to);
    } finally {
      source.close();
    }
  } catch (cause) {
    throw new Error(`The database ${from} could not be read whole: ${reasonOf(cause)}.`, { cause });
  }
}

/** Damage in a page nobody looked at would be found on the day the copy is needed. */
function check(from: string, to: string): void {
  const copy = new SqliteDatabase(to, { readonly: true });
  try {
    const ours = copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get();
    if (!ours) throw new Error(`The file ${from} is not a database of Roomlight. Check the name.`);
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error(`The database ${from} is damaged: ${String(found)}.`);
  } finally {
    copy.close();
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
