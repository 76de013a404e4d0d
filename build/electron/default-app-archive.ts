import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Electron looks for a starter in `resources/default_app.asar`; the package.json makes it an ES module. */
export async function writeDefaultApp(target: string): Promise<void> {
  const main = await readFile(join(import.meta.dirname, 'default-app.mjs'));
  const description = Buffer.from(JSON.stringify({ name: 'starter', type: 'module', main: 'main.mjs' }));
  await writeFile(target, asar({ 'package.json': description, 'main.mjs': main }));
}

/** The asar format: the sizes and the JSON list of files as two Chromium pickles, then the files end to end. */
function asar(files: Record<string, Buffer>): Buffer {
  let offset = 0;
  const list: Record<string, { size: number; offset: string }> = {};
  for (const [name, content] of Object.entries(files)) {
    list[name] = { size: content.length, offset: String(offset) };
    offset += content.length;
  }
  const json = Buffer.from(JSON.stringify({ files: list }));
  const padded = Math.ceil(json.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(8 + padded, 4);
  header.writeUInt32LE(4 + padded, 8);
  header.writeUInt32LE(json.length, 12);
  json.copy(header, 16);
  return Buffer.concat([header, ...Object.values(files)]);
}
