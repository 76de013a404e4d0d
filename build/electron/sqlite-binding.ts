import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheRoot, makeOnce, projectRoot } from './cache.ts';
import { type Report, withProgress } from './progress.ts';
import { CommandFailed, run } from './run.ts';

const modules = join(projectRoot, 'node_modules');
const BUILD_TIMEOUT = 15 * 60_000;

// The prebuilt binding is made for Node-API 10, and ends a runtime that has only 9 with a segmentation fault.
const PREBUILT_NEEDS = 10;

// Keeps the source on the older API while its newer "no JavaScript in a finalizer" types stay out of the way.
const OLDER_API = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

export type BindingFor = { executable: string; version: string; nodeApiVersion: number };

/** A SQLite binding for a runtime too old for the prebuilt one, built from source once and kept. */
export async function sqliteBindingFor(runtime: BindingFor, report: Report): Promise<string | undefined> {
  if (runtime.nodeApiVersion >= PREBUILT_NEEDS) return undefined;
  const folder = join(
    cacheRoot(),
    `sqlite-${sqlitePackageVersion()}-electron-${runtime.version}-${process.platform}-${process.arch}`,
  );
  await makeOnce(folder, report, (unfinished) => build(runtime, unfinished, report));
  return join(folder, 'better_sqlite3.node');
}

function sqlitePackageVersion(): string {
  return JSON.parse(readFileSync(join(modules, 'better-sqlite3/package.json'), 'utf8')).version;
}

async function build(runtime: BindingFor, into: string, report: Report): Promise<void> {
  // A short path of its own: the compiler's tools dislike spaces, which a checkout may have.
  const copy = await mkdtemp(join(tmpdir(), 'roomlight-sqlite-'));
  try {
    await cp(join(modules, 'better-sqlite3'), copy, { recursive: true, dereference: true });
    await cp(join(modules, 'node-addon-api'), join(copy, 'node_modules/node-addon-api'), { recursive: true });
    const label = `Building SQLite for Electron ${runtime.version}, once, about a minute`;
    await withProgress(report, label, () => compile(copy));
    await copyFile(join(copy, 'build/Release/better_sqlite3.node'), join(into, 'better_sqlite3.node'));
    await tryOut(runtime, join(into, 'better_sqlite3.node'));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function compile(copy: string): Promise<void> {
  const gyp = join(modules, 'node-gyp/bin/node-gyp.js');
  const args = [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', ...headersOfThisNode()];
  const env = { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${OLDER_API}`.trim() };
  try {
    await run(process.execPath, args, { cwd: copy, env, timeout: BUILD_TIMEOUT });
  } catch (error) {
    const reason = error instanceof CommandFailed ? error.reason : String(error);
    throw new Error(
      `SQLite could not be built for this Electron (${reason}). It takes a C++ compiler, make and Python: ` +
        'on Debian, "apt-get install g++ make python3"; then start again.',
      { cause: error },
    );
  }
}

/** The Node of the project brings its headers; without them node-gyp would fetch some from the network. */
function headersOfThisNode(): string[] {
  const folder = dirname(dirname(process.execPath));
  return existsSync(join(folder, 'include/node/node_api.h')) ? [`--nodedir=${folder}`] : [];
}

/** A binding that does not open an encrypted database must not be kept. */
async function tryOut(runtime: BindingFor, binding: string): Promise<void> {
  const script = `
    const Database = require(${JSON.stringify(join(modules, 'better-sqlite3'))});
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} });
    process.stdout.write(db.prepare('select 41 + 1 as answer').get().answer + ' ' + process.versions.electron);
  `;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const said = await run(runtime.executable, ['-e', script], { env, timeout: 30_000 });
  if (said !== `42 ${runtime.version}`)
    throw new Error(`SQLite built for Electron ${runtime.version} does not run in it.`);
}
