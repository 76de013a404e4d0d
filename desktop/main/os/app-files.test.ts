import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appFiles } from './app-files.ts';

let place = '';
let ask: (url: string, method?: string) => Promise<Response>;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'roomlight-files-'));
  await mkdir(join(place, 'renderer/assets'), { recursive: true });
  await writeFile(join(place, 'renderer/index.html'), '<title>Roomlight</title>');
  await writeFile(join(place, 'renderer/assets/a b.js'), 'run()');
  await writeFile(join(place, 'renderer/secret.env'), 'x');
  await writeFile(join(place, 'outside.html'), 'outside');
  const serve = appFiles(join(place, 'renderer'));
  ask = (url, method = 'GET') => serve(new Request(url, { method }));
});
afterAll(() => rm(place, { recursive: true }));

test('serves its files with their type and a policy that lets nothing else in', async () => {
  const page = await ask('app://roomlight/index.html');
  expect(await page.text()).toContain('Roomlight');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  const script = await ask('app://roomlight/assets/a%20b.js?v=1#x');
  expect(script.headers.get('content-type')).toContain('text/javascript');
});

test.each([
  'app://roomlight/../outside.html',
  'app://roomlight/%2e%2e/outside.html',
  'app://roomlight/..%2foutside.html',
  'app://roomlight/assets/..%2f..%2foutside.html',
  'app://roomlight/%2e%2e%5coutside.html',
  'app://roomlight//etc/passwd.html',
  'app://roomlight/index.html%00.js',
  'app://roomlight/%zz.html',
  'app://roomlight/assets',
  'app://roomlight/',
  'app://roomlight/missing.html',
  'app://roomlight/secret.env',
  'app://elsewhere/index.html',
  'app://roomlight:81/index.html',
  'https://roomlight/index.html',
])('has nothing for %s', async (url) => {
  expect((await ask(url)).status).toBe(404);
});

test('answers only GET', async () => {
  expect((await ask('app://roomlight/index.html', 'POST')).status).toBe(405);
});
