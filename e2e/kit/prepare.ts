import type { TestProject } from 'vitest/node';
import type { ElectronRuntime } from '../../build/electron/runtime.ts';
import { findElectron } from '../../build/electron/runtime.ts';
import { buildWhenNeeded } from '../../build/start/app-build.ts';
import { whatIsMissing } from '../desktop-session.ts';

/** What the tests on the real app stand on: an Electron, or the reason why there can be none here. */
export type Ground = { runtime: ElectronRuntime } | { missing: string };

declare module 'vitest' {
  interface ProvidedContext {
    ground: Ground;
  }
}

/** Once a run: the app is built, its Electron found. A machine that cannot have one is no failure, a build that fails is. */
export default async function prepare(project: TestProject): Promise<void> {
  project.provide('ground', await ground());
}

async function ground(): Promise<Ground> {
  const [first, ...more] = whatIsMissing();
  if (first) return { missing: more.length > 0 ? `${first} And ${more.length} more are missing.` : first };
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  const runtime = await findElectron(report).catch((error: unknown) => ({
    missing: error instanceof Error ? error.message : String(error),
  }));
  if ('executable' in runtime) await buildWhenNeeded(report);
  return 'executable' in runtime ? { runtime } : runtime;
}
