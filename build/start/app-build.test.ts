import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt } from './app-build.ts';

let root = '';
async function put(path: string, second: number): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '');
  for (let at = file; at !== root; at = dirname(at)) await utimes(at, second, second);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'roomlight-build-'));
  for (const path of ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'])
    await put(path, 100);
  for (const path of ['shared/time.ts', 'desktop/main/os/icon.png', 'package-lock.json']) await put(path, 50);
});
afterEach(() => rm(root, { recursive: true }));

test('a build newer than all sources is good', () => {
  expect(isBuilt(root)).toBe(true);
});

test.each(['shared/time.ts', 'desktop/main/os/icon.png', 'desktop/renderer/App.tsx', 'package-lock.json'])(
  'a newer %s makes it old',
  async (path) => {
    await put(path, 101);
    expect(isBuilt(root)).toBe(false);
  },
);

test('a source taken away makes it old', async () => {
  await put('desktop/renderer/Gone.tsx', 50);
  await rm(join(root, 'desktop/renderer/Gone.tsx'));
  expect(isBuilt(root)).toBe(false);
});

test.each(['out/main/index.js', 'out/renderer/index.html'])('without %s there is none', async (path) => {
  await rm(join(root, path));
  expect(isBuilt(root)).toBe(false);
});
