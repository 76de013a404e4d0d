import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, projectRoot } from './cache.ts';
import { type Report, withProgress } from './progress.ts';
import { CommandFailed, run } from './run.ts';

const packageFolder = join(projectRoot, 'node_modules/electron');
const DOWNLOAD_TIMEOUT = 180_000;

type Failure = { version: string; day: string; reason: string };

export function pinnedElectronVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** The `electron` package's own binary: already there, or downloaded now. A string says why there is none. */
export async function electronOfPackage(report: Report): Promise<{ distPath: string } | { reason: string }> {
  if (installed()) return { distPath: join(packageFolder, 'dist') };
  const version = pinnedElectronVersion();
  const earlier = await failureOfToday(version);
  if (earlier) {
    return { reason: `its download failed earlier today (${earlier.reason}) and is tried again tomorrow` };
  }
  try {
    await withProgress(report, `Downloading Electron ${version}`, () =>
      run(process.execPath, [join(packageFolder, 'install.js')], { timeout: DOWNLOAD_TIMEOUT }),
    );
  } catch (error) {
    const reason = error instanceof CommandFailed ? error.reason : String(error);
    await rememberFailure({ version, day: today(), reason });
    return { reason: `its download failed (${reason})` };
  }
  return installed() ? { distPath: join(packageFolder, 'dist') } : { reason: 'its download left no program' };
}

/** install.js writes path.txt last, so a download cut short does not look like an installed one. */
function installed(): boolean {
  try {
    const version = readFileSync(join(packageFolder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const program = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    return version === pinnedElectronVersion() && existsSync(join(packageFolder, 'dist', program));
  } catch {
    return false;
  }
}

// A blocked network may take a minute to say so; asking once a day is enough.
const failureFile = () => join(cacheRoot(), 'download-failed.json');
const today = () => new Date().toISOString().slice(0, 10);

async function failureOfToday(version: string): Promise<Failure | undefined> {
  try {
    const failure = JSON.parse(await readFile(failureFile(), 'utf8')) as Failure;
    return failure.version === version && failure.day === today() ? failure : undefined;
  } catch {
    return undefined;
  }
}

async function rememberFailure(failure: Failure): Promise<void> {
  await mkdir(cacheRoot(), { recursive: true });
  await writeFile(failureFile(), JSON.stringify(failure));
}
