import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOnce } from './cache.ts';

let place = '';
const quiet = () => {};
const noProcess = 2 ** 22 + 1;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'roomlight-cache-'));
});
afterEach(() => rm(place, { recursive: true }));

test('ten at the same time make a folder once', async () => {
  let made = 0;
  const fill = async (unfinished: string) => {
    made += 1;
    await sleep(20);
    await writeFile(join(unfinished, 'whole'), '');
  };
  const folder = join(place, 'thing');
  await Promise.all(Array.from({ length: 10 }, () => makeOnce(folder, quiet, fill)));
  expect(made).toBe(1);
  expect(await readdir(place)).toEqual(['thing']);
});

test('what fails half-way leaves nothing behind, and the next one makes it', async () => {
  const folder = join(place, 'thing');
  const fails = makeOnce(folder, quiet, async (unfinished) => {
    await writeFile(join(unfinished, 'half'), '');
    throw new Error('disk full');
  });
  await expect(fails).rejects.toThrow('disk full');
  expect(await readdir(place)).toEqual([]);
  await makeOnce(folder, quiet, (unfinished) => writeFile(join(unfinished, 'whole'), ''));
  expect(existsSync(join(folder, 'whole'))).toBe(true);
});

test('what a killed process left is swept away, its lock too', async () => {
  const folder = join(place, 'thing');
  await mkdir(`${folder}.unfinished-${noProcess}`);
  await writeFile(`${folder}.lock`, String(noProcess));
  await makeOnce(folder, quiet, (unfinished) => writeFile(join(unfinished, 'whole'), ''));
  expect(await readdir(place)).toEqual(['thing']);
});
