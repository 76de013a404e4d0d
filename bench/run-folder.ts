import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where one run of the bench keeps its databases, caches and logs. */
export interface RunFolder {
  readonly path: string;
  /** The logs are wanted: when this process ends, only the large files go. */
  keepLogs(): void;
}

/** Made within `parent`, and removed when this process ends, also by Ctrl-C. */
export function openRunFolder(parent: string): RunFolder {
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, 'run-'));
  let removed = path;
  process.once('exit', () => rmSync(removed, { recursive: true, force: true, maxRetries: 3 }));
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  return {
    path,
    keepLogs() {
      removed = join(path, 'caches');
    },
  };
}
