import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright';

/** Megabytes of the main process, of the window's, and of all processes of the app together. */
export type Memory = { main: number; window: number; all: number };

/** Each process by its proportional share: memory that several use is counted once. */
export async function memoryOf(app: ElectronApplication): Promise<Memory> {
  const processes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  );
  const sizes = await Promise.all(
    processes.map(async ({ pid, type }) => ({ type, size: await shareOf(pid) })),
  );
  const sum = (type?: string) =>
    sizes.filter((one) => !type || one.type === type).reduce((all, { size }) => all + size, 0);
  return { main: sum('Browser'), window: sum('Tab'), all: sum() };
}

async function shareOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
  if (!kilobytes) throw new Error(`Process ${pid} does not tell how much memory it uses.`);
  return Number(kilobytes) / 1024;
}
