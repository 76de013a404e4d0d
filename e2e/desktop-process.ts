import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a program of the machine lies, looking along the PATH as a shell would. */
export function programPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export type DesktopProcess = { child: ChildProcess; name: string; output: () => string };

/** Starts a program that ends with this process, however this process ends: a killed test run leaves none behind. */
export function startProcess(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions = ['ignore', 'ignore', 'pipe'],
): DesktopProcess {
  const tie = programPath('setpriv');
  const child = tie
    ? spawn(tie, ['--pdeathsig', 'TERM', '--', name, ...args], { env, stdio })
    : spawn(name, args, { env, stdio });
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4_000);
  });
  child.on('error', (error) => {
    printed += error.message;
  });
  return { child, name, output: () => printed };
}

/** The first line a program writes to one of its pipes: how Xvfb and the bus say that they are ready. */
export function firstLine(started: DesktopProcess, pipe: number, timeout = 10_000): Promise<string> {
  const stream = started.child.stdio[pipe];
  if (!stream || !('setEncoding' in stream)) throw new Error(`${started.name} has no pipe ${pipe}.`);
  return new Promise((resolve, reject) => {
    let read = '';
    const fail = (why: string) => reject(new Error(`${started.name} ${why}. ${started.output()}`.trim()));
    const timer = setTimeout(() => fail('did not say that it is ready'), timeout);
    started.child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
    stream.on('data', (chunk: Buffer) => {
      read += chunk.toString();
      const end = read.indexOf('\n');
      if (end < 0) return;
      clearTimeout(timer);
      resolve(read.slice(0, end).trim());
    });
  });
}

const ended = ({ child }: DesktopProcess) =>
  child.exitCode !== null || child.signalCode !== null || !child.pid;

/** Asks it to end, and ends it when it has not within three seconds. */
export async function stopProcess(started: DesktopProcess): Promise<void> {
  if (ended(started)) return;
  const gone = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  await Promise.race([gone, sleep(3_000, undefined, { ref: false })]);
  if (ended(started)) return;
  started.child.kill('SIGKILL');
  await gone;
}
