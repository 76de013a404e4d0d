import { spawn } from 'node:child_process';

export type RunOptions = {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  timeout?: number;
};

export class CommandFailed extends Error {
  readonly output: string;
  constructor(command: string, why: string, output: string) {
    super(`${command} ${why}`);
    this.name = 'CommandFailed';
    this.output = output;
  }
  /** The line a person can act on: the first that names an error, else the last one printed. */
  get reason(): string {
    const lines = this.output.split('\n').map((line) => line.trim());
    return lines.find((line) => /error/i.test(line)) ?? lines.filter(Boolean).at(-1) ?? this.message;
  }
}

const KEPT_OUTPUT = 64 * 1024;

/** Runs a program to its end, within its time, and hands back what it printed. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      all = (all + chunk.toString()).slice(-KEPT_OUTPUT);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      all = (all + chunk.toString()).slice(-KEPT_OUTPUT);
    });
    child.on('error', (error) => reject(new CommandFailed(command, error.message, all)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else if (signal) reject(new CommandFailed(command, 'did not end in time', all));
      else reject(new CommandFailed(command, `ended with ${code}`, all));
    });
  });
}
