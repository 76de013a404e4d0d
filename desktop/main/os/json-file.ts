import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small file of settings, no secrets: read once at the start, written whole or not at all. */
export type JsonFile<T> = {
  /** Null when there is none yet, or what is there cannot be read. */
  read(): T | null;
  write(value: T): Promise<void>;
  /** Resolves when all that was asked to be written is, or could not be. */
  settled(): Promise<unknown>;
};

export function jsonFile<S extends z.ZodType>(path: string, schema: S): JsonFile<z.infer<S>> {
  let writing: Promise<void> = Promise.resolve();
  return {
    read() {
      try {
        return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
      } catch {
        // Settings someone deleted or damaged are made anew; there is nothing in them that cannot be.
        return null;
      }
    },
    write(value) {
      writing = writeAfter(writing, path, JSON.stringify(value));
      return writing;
    },
    settled: () => Promise.allSettled([writing]),
  };
}

async function writeAfter(earlier: Promise<void>, path: string, text: string): Promise<void> {
  // A write that failed was told to the one who asked for it, and does not stop the next.
  await Promise.allSettled([earlier]);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
