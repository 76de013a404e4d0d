import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Launch } from '../../build/electron/launch.ts';
import { until } from './wait.ts';

// Answers with the moment in which a frame with a visit on it has been handed to the screen.
const painted = `new Promise((resolve) => {
  const look = () => document.querySelector('[data-visit]')
    ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
    : requestAnimationFrame(look);
  look();
})`;

/**
 * Milliseconds from the start of the process to the first visit of the day on the screen. Looked at through the
 * debugging port alone: a test driver that takes its seat first would be measured too.
 */
export async function startToPaintedDay(launch: Launch): Promise<number> {
  const started = Date.now();
  const child = spawn(launch.executablePath, ['--remote-debugging-port=0', ...launch.args], {
    env: launch.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  try {
    const port = await debuggingPort(child.stderr);
    const page = await until('the window to open', () => windowAt(port));
    // There may be no page in it yet, or one that is about to go.
    return (await until('the day to be painted', () => evaluate(page, painted), 20_000)) - started;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

function debuggingPort(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = '';
    stderr.on('data', (chunk: Buffer) => {
      read += chunk.toString();
      const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/m.exec(read) ?? [];
      if (port) resolve(port);
    });
    stderr.on('end', () => reject(new Error(`The app ended before it could be looked at.\n${read}`)));
  });
}

async function windowAt(port: string): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const all = (await answer.json()) as { url: string; webSocketDebuggerUrl: string }[];
  return all.find(({ url }) => url.startsWith('app://'))?.webSocketDebuggerUrl;
}

type Message = { id?: number; result?: { result?: { value?: unknown } } };

/** The number a script in the page comes to; null when the page went before. */
async function evaluate(page: string, expression: string): Promise<number | null> {
  const socket = new WebSocket(page);
  try {
    await once(socket, 'open');
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    const [message] = (await once(socket, 'message', { signal: AbortSignal.timeout(20_000) })) as [
      { data: string },
    ];
    const value = (JSON.parse(message.data) as Message).result?.result?.value;
    return typeof value === 'number' ? value : null;
  } finally {
    socket.close();
  }
}
