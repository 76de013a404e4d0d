import SqliteDatabase from 'better-sqlite3';
import { RoomlightError } from '#shared/errors.ts';

/** Runs a piece of work on the file and turns what the disk does to it into words. */
export type Guard = <T>(work: () => T) => T;

const unreadableCodes = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'];

/** The key does not fit, or the file is damaged: what is in it cannot be had again, and fetching it anew is the way. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof SqliteDatabase.SqliteError && unreadableCodes.some((code) => error.code.startsWith(code))
  );
}

const full = 'The disk of this PC is full. Free some space, then start Roomlight again.';
const denied =
  'Roomlight may not use its folder on this PC. Ask your IT to allow it, then start Roomlight again.';
const failing = 'The disk of this PC failed while Roomlight was using it. Ask your IT to check it.';
const busy = 'Another Roomlight is using the same day on this PC. Close it, then start Roomlight again.';

const sentences: readonly [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, full],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|EEXIST|ENOTDIR|EISDIR)/, denied],
  [/^(SQLITE_(BUSY|LOCKED)|EBUSY)/, busy],
  [/^(SQLITE_IOERR|EIO)/, failing],
];

/** Passes on everything but the complaints of SQLite and the disk, which become `cacheUnusable` with what to do. */
export const guard: Guard = (work) => {
  try {
    return work();
  } catch (error) {
    const message = sentence(error);
    if (message === null) throw error;
    throw new RoomlightError({ kind: 'cacheUnusable', message }, { cause: error });
  }
};

function sentence(error: unknown): string | null {
  if (isUnreadable(error))
    return 'The day kept on this PC is damaged. Start Roomlight again: it fetches the day anew from the clinic.';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return sentences.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
