import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonFile } from './json-file.ts';

const Schema = z.object({ n: z.int() });
let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'roomlight-settings-'));
});
afterEach(() => rm(place, { recursive: true }));

test('what was written is read, the last of many writes at once', async () => {
  const path = join(place, 'new folder/settings.json');
  const file = jsonFile(path, Schema);
  expect(file.read()).toBeNull();
  await Promise.all([1, 2, 3].map((n) => file.write({ n })));
  expect(jsonFile(path, Schema).read()).toEqual({ n: 3 });
  expect(await readdir(join(place, 'new folder'))).toEqual(['settings.json']);
});

test.each(['', '{', '{"n":"x"}', 'null'])('damaged content %j counts as none', async (content) => {
  const path = join(place, 'settings.json');
  await writeFile(path, content);
  expect(jsonFile(path, Schema).read()).toBeNull();
});

test('a failed write is told and does not stop the next', async () => {
  const path = join(place, 'blocked/settings.json');
  await writeFile(join(place, 'blocked'), '');
  const file = jsonFile(path, Schema);
  await expect(file.write({ n: 1 })).rejects.toThrow('EEXIST');
  await rm(join(place, 'blocked'));
  await file.write({ n: 2 });
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ n: 2 });
});
