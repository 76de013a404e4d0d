import { serve } from '../processes/serve.ts';

/** Times in milliseconds, memory in bytes. */
export interface Usage {
  readonly cpuMs: number;
  readonly residentBytes: number;
  /** What JavaScript and its buffers hold: the heap in use and what lives beside it. */
  readonly usedBytes: number;
}

/**
 * Loaded before a server's own code (`--import`), the same in every server measured: tells what it has used. Asked for
 * memory, it collects the garbage first, so that only what is held counts.
 */
const calls = {
  cpu: () => cpuMs(),
  usage: async (): Promise<Usage> => {
    await collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { cpuMs: cpuMs(), residentBytes: rss, usedBytes: heapUsed + external };
  },
};
export type ProbeCalls = typeof calls;

serve(calls);
// A server that wants to end must not be kept alive by being measured.
process.channel?.unref();

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function collectGarbage(): Promise<void> {
  // Finalizers run between collections and free what the next one can take.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' } as never);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
