import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { ServerProcess } from '#server/testing/server-process.ts';
import { makeClinicFolder } from '#server/testing/temporary-folder.ts';
import { testPassword, testTenant } from '#server/testing/test-clinic.ts';
import type { SignedIn } from '#shared/http.ts';

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let remove: () => Promise<void>;
let server: ServerProcess | undefined;
let url: string;
const start = async () => {
  server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, LOG_LEVEL: 'error' });
  ({ url } = server);
};

beforeEach(async () => {
  ({ folder, remove } = await makeClinicFolder());
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
  await remove();
});

/** As a person types it in `folder`. */
function run(command: 'backup' | 'restore', ...args: string[]) {
  const env = { PATH: process.env.PATH, ROOMLIGHT_DATA: folder, INIT_CWD: folder };
  return new Promise<{ code: number; output: string }>((resolve) => {
    const file = join(import.meta.dirname, `${command}.ts`);
    const child = execFile(process.execPath, [file, ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

async function signIn(): Promise<string> {
  const body = { tenantId: testTenant, username: 'front', password: testPassword };
  return (await new Api(url, null).call<SignedIn>('POST', '/api/auth/login', { body })).body.accessToken;
}

const add = (api: Api, familyName: string) =>
  api.send('patient.create', { givenName: 'Ada', familyName, birthDate: '1985-12-10' });
const names = async (api: Api) =>
  (await api.get<{ patients: { familyName: string }[] }>('/api/patients')).body.patients.map(
    ({ familyName }) => familyName,
  );
const epochOf = async (api: Api) => (await api.get<{ epoch: string }>('/api/snapshot')).body.epoch;

it('a backup of the running server brings its day back, under a new epoch, after a new sign-in', async () => {
  await start();
  const token = await signIn();
  const api = new Api(url, token);
  await add(api, 'Kept');
  expect(await run('backup', 'night.db')).toEqual({
    code: 0,
    output: `The database of ${folder} is in ${join(folder, 'night.db')}\n`,
  });
  await add(api, 'Lost');
  const epoch = await epochOf(api);

  expect(await run('restore', 'night.db')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^Another Roomlight server is using the data folder .+ Stop it first/),
  });
  server?.signal('SIGTERM');
  await server?.exited;
  expect(await run('restore', 'night.db')).toMatchObject({
    code: 0,
    output: expect.stringContaining('everyone signs in again. What was there is now'),
  });
  expect((await readdir(folder)).filter((name) => /^re(stor|plac)ing-/.test(name))).toEqual([]);

  await start();
  const refused = await new Api(url, token).get('/api/me');
  expect(refused.body.error).toMatchObject({ kind: 'sessionEnded' });
  const again = new Api(url, await signIn());
  expect(await names(again)).toEqual(['Kept']);
  expect(await epochOf(again)).not.toBe(epoch);
});

it('without a file it says what it takes', async () => {
  expect(await run('restore')).toEqual({ code: 2, output: 'npm run restore -- FILE\n' });
});

it('what cannot be done is said in one sentence', async () => {
  await run('backup', 'night.db');
  const { code, output } = await run('backup', 'night.db');
  expect({ code, lines: output.split('\n').length }).toEqual({ code: 1, lines: 2 });
  expect(output).toContain('is there already');
});
