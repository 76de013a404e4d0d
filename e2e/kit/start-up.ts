import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright';
import type { Launch } from '../../build/electron/launch.ts';

/**
 * Milliseconds from the start of the process to the frame in which the first visit of the day stands in the window.
 * Looked at through the debugging port, which is open before the app's own code runs: a test driver that steps in
 * between would be measured too.
 */
export async function startToPaintedDay(launch: Launch): Promise<number> {
  const started = Date.now();
  const child = spawn(launch.executablePath, ['--remote-debugging-port=0', ...launch.args], {
    env: launch.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child.stderr));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    const painted = await page?.waitForFunction(
      "document.querySelector('[data-visit]') && Date.now()",
      undefined,
      { polling: 'raf', timeout: 20_000 },
    );
    const at: unknown = await painted?.jsonValue();
    if (typeof at !== 'number') throw new Error('The day was not painted.');
    return at - started;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = '';
    stderr.on('data', (chunk: Buffer) => {
      read += chunk.toString();
      const [, address] = /^DevTools listening on (ws:\S+)/m.exec(read) ?? [];
      if (address) resolve(address);
    });
    stderr.on('end', () => reject(new Error(`The app ended before it could be looked at.\n${read}`)));
  });
}
