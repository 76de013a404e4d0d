import { app } from 'electron';

// What the SQLite that is shipped was made for.
const NEEDED = 10;

/**
 * Another SQLite binary, from `ROOMLIGHT_SQLITE_BINDING`: for development, and for a runtime too old for the shipped one.
 * Elsewhere an installed build loads no code that a variable names.
 */
export function nativeBinding(): string | undefined {
  const tooOld = Number(process.versions.napi ?? NEEDED) < NEEDED;
  return !app.isPackaged || tooOld ? process.env.ROOMLIGHT_SQLITE_BINDING : undefined;
}
