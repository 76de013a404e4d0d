import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../build/electron/cache.ts';
import { until } from './wait.ts';

/** A real clinic server, in a process of its own, on a data folder and a port that are its own for life. */
export class ClinicServer {
  readonly port: number;
  readonly #data: string;
  readonly #env: Record<string, string>;
  #process: ChildProcess | null = null;
  #log = '';

  private constructor(port: number, data: string, env: Record<string, string>) {
    this.port = port;
    this.#data = data;
    this.#env = env;
  }

  /** Seeds its demo clinic and is ready to answer when this returns. */
  static async start(env: Record<string, string> = {}): Promise<ClinicServer> {
    const data = await mkdtemp(join(tmpdir(), 'roomlight-clinic-'));
    const server = new ClinicServer(await freePort(), data, env);
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseFile(): string {
    return join(this.#data, 'roomlight.db');
  }

  /** All it has printed so far, over all its lives. */
  get log(): string {
    return this.#log;
  }

  /** On the same data folder and the same port. */
  async startAgain(): Promise<void> {
    const env = { ...process.env, ...this.#env, PORT: String(this.port), ROOMLIGHT_DATA: this.#data };
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const note = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    this.#process = child;
    await until('the clinic server to be ready', async () => {
      if (child.exitCode !== null) throw new Error(`The clinic server ended.\n${this.#log.slice(-2_000)}`);
      return fetch(`${this.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  }

  /** As a power cut does: nothing is finished, nothing is said. */
  async killHard(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As the clinic's IT does. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#data, { recursive: true, force: true, maxRetries: 3 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const last = setTimeout(() => child.kill('SIGKILL'), 8_000);
    await gone;
    clearTimeout(last);
  }
}

/** The system's choice. It stays free while a server that was killed is away: ports are handed out in turn. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port.');
  return address.port;
}
