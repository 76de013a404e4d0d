import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Announcement } from '#server/lifecycle/lifetime.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The server as a clinic runs it: a process of its own. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | NodeJS.Signals>;
  /** What it wrote to stdout and stderr. */
  output = '';
  url = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'exit').then(([code, signal]) => code ?? signal);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
  }

  /** Resolves when it listens, or has given up: then `url` is empty and `exited` settles. */
  static async start(env: Record<string, string>): Promise<ServerProcess> {
    const child = fork(program, [], {
      env: { PATH: process.env.PATH, PORT: '0', ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const server = new ServerProcess(child);
    const announced = once(child, 'message').then(([message]) => {
      const announcement = message as Announcement;
      if (announcement.type === 'listening') server.url = announcement.url;
    });
    await Promise.race([announced, server.#exited]);
    return server;
  }

  /** Exit code, or the signal that ended it. */
  get exited(): Promise<number | NodeJS.Signals> {
    return this.#exited;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  say(message: string): void {
    this.#child.send(message);
  }

  /** As when the program that started the server dies. */
  abandon(): void {
    this.#child.disconnect();
  }

  /** Ends it at once, whatever it does, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL');
    await this.#exited;
  }
}
