import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../electron/cache.ts';
import { type Report, withProgress } from '../electron/progress.ts';
import { CommandFailed, run } from '../electron/run.ts';

const sources = ['desktop/**/*', 'shared/**/*', 'electron.vite.config.ts', 'package-lock.json'];
// Written last by the build of each of the three parts.
const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Builds the workstation into out/ when any of its sources is newer than what is there. */
export async function buildWhenNeeded(report: Report): Promise<void> {
  if (isBuilt(projectRoot)) return;
  const program = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  try {
    await withProgress(report, 'Building the workstation', () =>
      run(process.execPath, [program, 'build'], { cwd: projectRoot }),
    );
  } catch (error) {
    const reason = error instanceof CommandFailed ? error.output : String(error);
    throw new Error(`The workstation could not be built.\n${reason.trim()}`, { cause: error });
  }
}

/** A folder counts as a source too: its time tells that one of its files was taken away. */
export function isBuilt(root: string): boolean {
  const times = built.map((path) => timeOf(join(root, path)));
  const oldest = Math.min(...times);
  return globSync(sources, { cwd: root }).every((path) => timeOf(join(root, path)) <= oldest);
}

const timeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
