import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Calls, Reply, Request } from './serve.ts';

export interface ChildOptions {
  /** For messages, such as `Roomlight`. */
  readonly name: string;
  readonly module: URL;
  /** Everything the child prints goes here. */
  readonly log: string;
  readonly execArgv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const callMs = 90_000;

/** A Node process of this bench, asked by name over IPC. It ends by itself when this process does. */
export class Child<C extends Calls> {
  readonly exited: Promise<void>;
  readonly #options: ChildOptions;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #over = false;

  constructor(options: ChildOptions) {
    this.#options = options;
    const log = openSync(options.log, 'a');
    this.#process = fork(options.module, {
      execArgv: [...(options.execArgv ?? [])],
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.#process.on('message', (reply: Reply) => this.#settle(reply));
    this.exited = once(this.#process, 'exit').then(() => this.#exit());
    // Before all else that happens at the end: it must write to no folder that is being removed.
    process.prependListener('exit', this.#end);
  }

  /** @throws with its last words when it has ended */
  check(): void {
    if (this.#over) throw new Error(this.#words('ended'));
  }

  /** @throws when the child answers with an error, ends, or does not answer within a minute and a half */
  async call<K extends keyof C & string>(
    name: K,
    ...argument: Parameters<C[K]>
  ): Promise<Awaited<ReturnType<C[K]>>> {
    const id = this.#next;
    this.#next += 1;
    const request: Request = { id, name, argument: argument[0] };
    const answered = new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(this.#words(`did not answer ${name}`))), callMs);
      const settled = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          then(value);
        };
      };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      if (this.#over) this.#waiting.get(id)?.reject(new Error(this.#words('ended')));
      else this.#process.send(request);
    });
    return (await answered) as Awaited<ReturnType<C[K]>>;
  }

  /** Ends it without a chance to tidy up, as a power cut would. */
  async kill(): Promise<void> {
    this.#end();
    await this.exited;
  }

  /** What it printed last, for a message about its end. */
  #words(what: string): string {
    const tail = readFileSync(this.#options.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    return `${this.#options.name} ${what}.${tail ? ` It said last:\n${tail}` : ''}`;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(new Error(`${this.#options.name}: ${reply.message}`));
  }

  readonly #end = (): void => {
    if (!this.#over) this.#process.kill('SIGKILL');
  };

  #exit(): void {
    this.#over = true;
    process.off('exit', this.#end);
    for (const waiting of [...this.#waiting.values()]) waiting.reject(new Error(this.#words('ended')));
  }
}
