import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';

export type Child = {
  /** For a sentence about it: `The clinic server`. */
  name: string;
  process: ChildProcess;
  /** When it ends with a code it has said why itself. */
  saysWhy: boolean;
  /** How it ended, in words after its name; null for an end that was asked for or is fine. */
  ended: Promise<string | null>;
  /** Asks it to end, ends it when it has not in time, and waits until it has. */
  stop(): Promise<void>;
};

export type ChildOptions = { cwd?: string; env: NodeJS.ProcessEnv; stdio: StdioOptions; saysWhy?: boolean };

// The server promises to be gone within five seconds.
const PATIENCE = 6_000;

/** Starts a part of Roomlight. A program that cannot even be started counts as ended. */
export function startChild(
  name: string,
  command: string,
  args: readonly string[],
  { saysWhy = false, ...options }: ChildOptions,
): Child {
  const child = spawn(command, args, options);
  let stopping = false;
  const ended = new Promise<string | null>((resolve) => {
    child.on('error', (error) => resolve(`could not be started (${error.message})`));
    child.once('exit', (code, signal) =>
      resolve(stopping || code === 0 ? null : `ended with ${signal ?? code}`),
    );
  });
  const stop = async () => {
    stopping = true;
    // Windows has no signal that a program could answer; one that listens is told in words.
    if (child.connected) child.send('stop');
    else if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await ended;
    clearTimeout(last);
  };
  return { name, process: child, saysWhy, ended, stop };
}
