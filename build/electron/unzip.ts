import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';

/** Unpacks the files for which `nameOf` gives a name, under that name, with their permissions. */
export async function unzip(
  archive: string,
  into: string,
  nameOf: (path: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.endsWith('/') ? undefined : nameOf(entry.fileName);
      if (!name) continue;
      const target = join(into, name);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      await chmod(target, permissionsOf(entry));
    }
  } finally {
    zip.close();
  }
}

// A zip made on Unix keeps the mode in the upper half of this field.
const permissionsOf = (entry: Entry) => (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
