import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronLaunch } from '../../build/electron/launch.ts';
import type { ElectronRuntime } from '../../build/electron/runtime.ts';
import type { DesktopSession } from '../desktop-session.ts';

const hold = join(import.meta.dirname, 'hold-until-watched.cjs');

export type WorkstationOptions = {
  /** What the artifacts of a failure are called after. */
  name: string;
  runtime: ElectronRuntime;
  desktop: DesktopSession;
  args?: readonly string[];
  env?: Record<string, string>;
};

/** The real app on a desktop, as one PC of the clinic: closed and opened again it has the same folder and keychain. */
export class Workstation {
  readonly name: string;
  readonly desktop: DesktopSession;
  /** Where the app keeps its files. */
  readonly userData: string;
  readonly #options: WorkstationOptions;
  #app: ElectronApplication | null = null;
  #page: Page | null = null;
  #log = '';

  private constructor(options: WorkstationOptions, userData: string) {
    this.name = options.name;
    this.desktop = options.desktop;
    this.userData = userData;
    this.#options = options;
  }

  static async open(options: WorkstationOptions): Promise<Workstation> {
    const workstation = new Workstation(options, await mkdtemp(join(tmpdir(), 'roomlight-pc-')));
    await workstation.openAgain();
    return workstation;
  }

  /** Its window. */
  get page(): Page {
    if (!this.#page) throw new Error(`${this.name} is not open.`);
    return this.#page;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error(`${this.name} is not open.`);
    return this.#app;
  }

  get isOpen(): boolean {
    return this.#app !== null;
  }

  /** What the main process has logged, over all its lives, and what the window's console said of errors. */
  get log(): string {
    return this.#log;
  }

  async openAgain(env: Record<string, string> = {}): Promise<void> {
    const { runtime, desktop, args = [] } = this.#options;
    const launch = await electronLaunch(runtime, {
      args: [`--user-data-dir=${this.userData}`, ...args],
      env: { ...desktop.env, ...this.#options.env, ...env },
    });
    const options = { ...launch, args: ['-r', hold, ...launch.args], timeout: 30_000 };
    this.#app = await _electron.launch(options);
    this.#app.process().stderr?.on('data', (chunk: Buffer) => this.#note(chunk.toString()));
    this.#page = await this.#app.firstWindow();
    this.#page.setDefaultTimeout(10_000);
    this.#page.on('pageerror', (error) => this.#note(`page error: ${error.message}\n`));
    this.#page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()}\n`);
    });
  }

  /** As a person does. */
  async close(): Promise<void> {
    const app = this.#take();
    if (!app) return;
    const main = app.process();
    const gone = ended(main);
    await Promise.race([app.close(), sleep(8_000, undefined, { ref: false })]);
    main.kill('SIGKILL');
    await gone;
  }

  /** As a power cut does. */
  async killHard(): Promise<void> {
    const app = this.#take();
    if (!app) return;
    const main = app.process();
    const gone = ended(main);
    main.kill('SIGKILL');
    await gone;
  }

  /** Paths of the files it keeps whose name is like this. */
  async filesNamed(name: RegExp): Promise<string[]> {
    const all = await readdir(this.userData, { recursive: true, withFileTypes: true });
    const files = all.filter((entry) => entry.isFile() && name.test(entry.name));
    return files.map((entry) => join(entry.parentPath, entry.name));
  }

  /** Files that hold one of these words in clear, in either of the encodings that text comes in. */
  async filesWith(words: readonly string[]): Promise<string[]> {
    const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
    const found: string[] = [];
    for (const path of await this.filesNamed(/./)) {
      // Chromium removes files of its own at any time.
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      if (wanted.some((word) => bytes.includes(word))) found.push(path);
    }
    return found;
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #note(text: string): void {
    this.#log += text;
  }

  #take(): ElectronApplication | null {
    const app = this.#app;
    this.#app = null;
    this.#page = null;
    return app;
  }
}

async function ended(main: ChildProcess): Promise<void> {
  if (main.exitCode === null && main.signalCode === null) await once(main, 'exit');
}
