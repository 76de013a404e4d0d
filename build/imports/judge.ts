import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { hostPackages, type Row, table, testing, testPackages, windowPackages } from './table.ts';

const testOf = (path: string) => path.replace(/\.ts$/, '.test.ts');
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

const forTests = (path: string) =>
  isTest(path) ||
  path.startsWith(testing) ||
  path.startsWith('build/test/') ||
  path.startsWith('e2e/') ||
  path.startsWith('bench/');

/** Why a file of the project must not import what it names, or nothing when it may. Paths are from the top. */
export function judge(path: string, specifier: string): string | undefined {
  // The settings of the tools, at the top, belong to no place of the product.
  if (!path.includes('/')) return undefined;
  const row = rowOf(path);
  if (!row) return 'lies in no folder of the import table (build/imports/table.ts)';
  const target = localTarget(path, specifier);
  if (target) return judgeLocal(path, row, target);
  const name = packageOf(specifier);
  return judgePackage(path, row, name, specifier);
}

function rowOf(path: string): Row | undefined {
  const rows = table.filter(({ folder }) =>
    folder.endsWith('/') ? path.startsWith(folder) : path === folder || path === testOf(folder),
  );
  return rows.sort((a, b) => b.folder.length - a.folder.length)[0];
}

export function localTarget(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  return undefined;
}

function judgeLocal(path: string, row: Row, target: string): string | undefined {
  if (isTest(target) || (target.startsWith(testing) && !forTests(path))) return 'is not a test';
  const own = rowOf(target) === row;
  if (own && row.apart && segmentIn(row, path) !== segmentIn(row, target)) {
    return `must not import another folder of ${row.folder}`;
  }
  if (own || row.may.some((allowed) => target.startsWith(allowed))) return undefined;
  // A test may set up the rest of the server, never the other side of the wire.
  if (isTest(path) && path.startsWith('server/') && target.startsWith('server/')) return undefined;
  return `may import only ${row.may.join(', ') || 'itself'}`;
}

const segmentIn = (row: Row, path: string) => path.slice(row.folder.length).split('/')[0];

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function judgePackage(path: string, row: Row, name: string, specifier: string): string | undefined {
  const test = isTest(path);
  if (testPackages.test(name)) return forTests(path) ? undefined : 'is not a test';
  if (name === 'electron') return row.runs === 'electron' ? undefined : 'runs without Electron';
  if (specifier.startsWith('node:') || builtinModules.includes(name)) {
    return test || row.runs === 'node' || isMain(row) ? undefined : 'runs where there is no Node';
  }
  if (row.packages && !row.packages.includes(name))
    return `may import only the packages ${row.packages.join(', ')}`;
  if (windowPackages.test(name)) return row.runs === 'window' ? undefined : 'is not part of a window';
  if (hostPackages.test(name) && (row.runs === 'window' || row.runs === 'anywhere')) {
    return 'has neither network nor disk';
  }
  return undefined;
}

/** Electron's main process has Node; a sandboxed preload has not. */
const isMain = ({ runs, folder }: Row) => runs === 'electron' && folder !== 'desktop/preload/';
