import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { readConfig } from '#server/lifecycle/config.ts';
import { openDataFolder } from '#server/store/data-folder.ts';
import { openStore, type Store } from '#server/store/database.ts';
import { invalid } from '#shared/errors.ts';
import { tell } from './command-line.ts';

/** One thing a command can do: `add` of `npm run staff -- add --clinic …`. */
export interface Action {
  readonly usage: string;
  /** Reads what was typed. Answers the work to be done, or the sentences that say what is wrong with it. */
  read(args: readonly string[]): ((store: Store) => Promise<string>) | readonly string[];
}

/** @param options all take a value; they are named as they are typed, `time-zone` for `--time-zone` */
export function action<S extends z.ZodObject>(
  usage: string,
  options: S,
  work: (store: Store, given: z.infer<S>) => Promise<string>,
): Action {
  return {
    usage,
    read(args) {
      const typed = valuesOf(args, Object.keys(options.shape));
      if (!typed) return [];
      const result = options.safeParse(typed);
      if (result.success) return (store) => work(store, result.data);
      const { body } = invalid(result.error);
      return body.kind === 'invalid' ? body.problems.map(({ where, what }) => `--${where} ${what}.`) : [];
    },
  };
}

/** Null when there is something among them that the command does not know. */
function valuesOf(args: readonly string[], names: readonly string[]): Record<string, unknown> | null {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Record<string, unknown> = {};
  for (const token of tokens) {
    if (token.kind !== 'option' || token.value === undefined) return null;
    if (!names.includes(token.name) || Object.hasOwn(values, token.name)) return null;
    values[token.name] = token.value;
  }
  return values;
}

/**
 * Runs the action that was typed on the database of the data folder, which must be no server's meanwhile. What cannot be
 * understood ends with 2, what cannot be done with 1.
 */
export async function runAction(actions: Readonly<Record<string, Action>>): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const chosen = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const read = chosen?.read(args) ?? [];
  if (typeof read === 'function') return tell(() => withStore(read));
  const usages = chosen ? [chosen.usage] : Object.values(actions).map(({ usage }) => usage);
  process.stderr.write(`${[...read, ...usages].join('\n')}\n`);
  process.exitCode = 2;
}

async function withStore(work: (store: Store) => Promise<string>): Promise<string> {
  const folder = openDataFolder(readConfig(process.env).dataFolder);
  try {
    const store = await openStore(folder.databaseFile);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    folder.release();
  }
}
