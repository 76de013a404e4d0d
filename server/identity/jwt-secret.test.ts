import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadJwtSecret } from './jwt-secret.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roomlight-secret-'));
});

afterEach(() => rm(folder, { recursive: true }));

it('makes a secret once, for the server alone to read', async () => {
  const first = await loadJwtSecret(folder, {});
  expect(first.length).toBeGreaterThanOrEqual(64);
  expect(await loadJwtSecret(folder, {})).toBe(first);
  expect((await stat(join(folder, 'jwt-secret'))).mode & 0o777).toBe(0o600);
});

it('prefers the one from the environment and keeps it nowhere', async () => {
  const given = 'x'.repeat(32);
  expect(await loadJwtSecret(folder, { JWT_SECRET: given })).toBe(given);
  await expect(readFile(join(folder, 'jwt-secret'))).rejects.toThrow('ENOENT');
});

it('refuses a secret too short to be safe, and a damaged file', async () => {
  await expect(loadJwtSecret(folder, { JWT_SECRET: 'short' })).rejects.toThrow('at least 32');
  await writeFile(join(folder, 'jwt-secret'), 'half');
  await expect(loadJwtSecret(folder, {})).rejects.toThrow('damaged');
});
