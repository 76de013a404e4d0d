import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What an administrator typed, and what came of it. */
export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** At the terminal of a server's computer: `npm run clinic` and `npm run staff` on one data folder. */
export class Administrator {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param stdin where a password is read from */
  async run(command: 'clinic' | 'staff', args: readonly string[], stdin = ''): Promise<Ran> {
    const file = fileURLToPath(new URL(`../maintenance/${command}.ts`, import.meta.url));
    const env = { PATH: process.env.PATH, ROOMLIGHT_DATA: this.#folder };
    const child = spawn(process.execPath, [file, ...args], { env });
    // A command that refuses before it reads has closed its end.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    const exited = once(child, 'exit');
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await exited;
    return { code: Number(code), output: output + errors };
  }

  /** Answers what the command says; throws that when it refuses. */
  async must(command: 'clinic' | 'staff', args: readonly string[], stdin?: string): Promise<string> {
    const { code, output } = await this.run(command, args, stdin);
    if (code !== 0) throw new Error(output);
    return output;
  }

  /** The clinic `lakeside` with `tess` at its front desk. */
  async setUp(): Promise<void> {
    await this.must('clinic', ['add', ...lakeside]);
    await this.must('staff', person('tess', 'Tess Moreau', 'frontDesk'), staffPassword);
  }
}

export const staffPassword = 'an otter in the rain';
export const lakeside = [
  ...['--id', 'lakeside', '--name', 'Lakeside Dermatology', '--time-zone', 'America/Chicago'],
];

/** What adds someone to the clinic `lakeside`. */
export function person(username: string, name: string, role: string): string[] {
  return ['add', '--clinic', 'lakeside', '--username', username, '--name', name, '--role', role];
}
