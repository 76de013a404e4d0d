import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { projectRoot } from '../../build/electron/cache.ts';
import { run } from '../../build/electron/run.ts';
import type { ElectronRuntime } from '../../build/electron/runtime.ts';

/** Packs the built app as for a clinic and reads the fuses of what came out, by name; those it does not have are left out. */
export async function packedFuses(runtime: ElectronRuntime): Promise<Record<string, boolean>> {
  const folder = await mkdtemp(join(tmpdir(), 'roomlight-pack-'));
  try {
    const args = [
      join(projectRoot, 'node_modules/electron-builder/cli.js'),
      '--dir',
      `-c.directories.output=${folder}`,
      `-c.electronDist=${runtime.distPath}`,
      `-c.electronVersion=${runtime.version}`,
    ];
    await run(process.execPath, args, { cwd: projectRoot, timeout: 120_000 });
    const wire = await getCurrentFuseWire(join(folder, 'linux-unpacked/roomlight'));
    const states = Object.entries(FuseV1Options).filter(
      (entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number',
    );
    return Object.fromEntries(
      states
        .filter(([, fuse]) => wire[fuse] === FuseState.ENABLE || wire[fuse] === FuseState.DISABLE)
        .map(([name, fuse]) => [name, wire[fuse] === FuseState.ENABLE]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
