import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Report, withProgress } from './progress.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** What takes long to make and may be thrown away at any time. `npm ci` empties the default place. */
export function cacheRoot(): string {
  const chosen = process.env.ROOMLIGHT_CACHE;
  return join(chosen ? resolve(chosen) : join(projectRoot, 'node_modules/.cache/roomlight'), 'electron');
}

/**
 * Makes a folder once for all processes. It is filled under another name and renamed when whole, so that
 * whatever interrupts the filling, the folder under its own name is complete or absent.
 */
export async function makeOnce(
  folder: string,
  report: Report,
  fill: (unfinished: string) => Promise<void>,
): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const release = await takeLock(`${folder}.lock`, report);
  try {
    if (existsSync(folder)) return folder;
    await removeUnfinished(folder);
    const unfinished = `${folder}.unfinished-${process.pid}`;
    await mkdir(unfinished);
    try {
      await fill(unfinished);
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await release();
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(dirname(folder))).filter((name) =>
    name.startsWith(`${basename(folder)}.unfinished-`),
  );
  for (const name of left) await rm(join(dirname(folder), name), { recursive: true, force: true });
}

async function takeLock(path: string, report: Report): Promise<() => Promise<void>> {
  return withProgress(
    report,
    `Waiting for another process to prepare ${basename(path, '.lock')}`,
    async () => {
      while (!(await tryLock(path))) {
        if (await ownerIsGone(path)) await rm(path, { force: true });
        else await sleep(50);
      }
      return () => rm(path, { force: true });
    },
  );
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A process killed while it held the lock must not lock everyone out for ever. */
async function ownerIsGone(path: string): Promise<boolean> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
