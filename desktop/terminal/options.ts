import { parseArgs } from 'node:util';
import { words } from './words.ts';

export interface TerminalOptions {
  /** As typed by a person; see `parseAddress`. */
  readonly server: string;
  readonly user: string;
  /** Null: to be asked for. */
  readonly password: string | null;
  /** Print the day and end. */
  readonly once: boolean;
}

const known = {
  server: { type: 'string', default: 'http://localhost:4000' },
  user: { type: 'string', default: 'front' },
  password: { type: 'string' },
  once: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What the command line asks for; `wrong` is the sentence to answer with when it asks for nothing possible. */
export function readOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
): TerminalOptions | 'help' | { wrong: string } {
  try {
    const { help, password, ...given } = parseArgs({ args, options: known }).values;
    return help ? 'help' : { ...given, password: password ?? env.ROOMLIGHT_PASSWORD ?? null };
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    return { wrong: words.wrongOption(`${error.message.split('. ')[0]?.replace(/\.$/, '')}.`) };
  }
}
