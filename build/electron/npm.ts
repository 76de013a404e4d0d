import { type RunOptions, run } from './run.ts';

/** The npm that started this script if one did, else the one on the PATH. */
export function npm(args: readonly string[], cwd: string, options: RunOptions = {}): Promise<string> {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], { ...options, cwd });
  return run('npm', args, { ...options, cwd });
}
