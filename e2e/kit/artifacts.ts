import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../build/electron/cache.ts';
import type { ClinicServer } from './server.ts';
import type { Workstation } from './workstation.ts';

const folder = join(projectRoot, 'e2e/artifacts');

/** After a failure: a picture of each window, and what each process had to say. */
export async function keepTraces(
  test: string,
  servers: Iterable<ClinicServer>,
  workstations: Iterable<Workstation>,
): Promise<void> {
  const place = join(folder, test.replace(/[^\w.-]+/g, '-').slice(0, 100));
  await mkdir(place, { recursive: true });
  for (const server of servers) await writeFile(join(place, `server-${server.port}.log`), server.log);
  for (const workstation of workstations) {
    await writeFile(join(place, `${workstation.name}.log`), workstation.log);
    // A window that hangs must not take the logs of the others with it.
    if (workstation.isOpen)
      await workstation.page
        .screenshot({ path: join(place, `${workstation.name}.png`), timeout: 5_000 })
        .catch((error: unknown) =>
          writeFile(join(place, `${workstation.name}-no-picture.txt`), String(error)),
        );
  }
}

export async function keepFile(name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
