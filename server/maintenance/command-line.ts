import { resolve } from 'node:path';

/**
 * Runs a command that takes one file, named as seen from where the person stands: npm itself goes to the folder of the
 * project. Says what `work` answers, or the sentence of its error, and then ends with 1.
 */
export function runWithFile(usage: string, work: (file: string) => string): void {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || file.startsWith('-')) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  void tell(() => work(resolve(process.env.INIT_CWD ?? '.', file)));
}

/** Says what `work` answers, or the sentence of its error, and then ends with 1. */
export async function tell(work: () => string | Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
