import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { ServerProcess } from '#server/testing/server-process.ts';
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { Workstation } from '#server/testing/workstation.ts';
import type { SignedIn, Snapshot } from '#shared/http.ts';
import type { Resume } from '#shared/socket.ts';
import { protocol } from '#shared/version.ts';

// Starting processes takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let remove: () => Promise<void>;
let server: ServerProcess | undefined;
let socket: Workstation | undefined;

beforeEach(async () => {
  ({ folder, remove } = await makeTemporaryFolder());
});
afterEach(async () => {
  socket?.close();
  socket = undefined;
  await stop();
  await remove();
});

const start = async () => {
  server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, ROOMLIGHT_DEMO: 'off', LOG_LEVEL: 'error' });
};
const stop = async () => {
  server?.signal('SIGTERM');
  await server?.exited;
  server = undefined;
};

/** As an administrator types it: `staff add --clinic …`, with what is given to stdin. */
async function run(command: 'clinic' | 'staff', args: string[], stdin = '') {
  const file = join(import.meta.dirname, `${command}.ts`);
  const env = { PATH: process.env.PATH, ROOMLIGHT_DATA: folder };
  const child = spawn(process.execPath, [file, ...args], { env });
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const exited = once(child, 'exit');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exited;
  return { code: Number(code), output: output + errors };
}

async function must(command: 'clinic' | 'staff', args: string[], stdin?: string): Promise<string> {
  const { code, output } = await run(command, args, stdin);
  expect({ code, output }).toMatchObject({ code: 0 });
  return output;
}

const clinic = ['--id', 'lakeside', '--name', 'Lakeside Dermatology', '--time-zone', 'America/Chicago'];
const person = (username: string, name: string, role: string) => [
  ...['add', '--clinic', 'lakeside', '--username', username, '--name', name, '--role', role],
];
const secret = 'an otter in the rain';

async function setUp(): Promise<void> {
  await must('clinic', ['add', ...clinic]);
  await must('staff', person('tess', 'Tess Moreau', 'frontDesk'), `${secret}\n`);
}

const api = (token: string | null) => new Api(server?.url ?? '', token);
const signIn = (username: string, password = secret) =>
  api(null).call<SignedIn>('POST', '/api/auth/login', {
    body: { tenantId: 'lakeside', username, password },
  });
const snapshotFor = async (token: string) => (await api(token).get<Snapshot>('/api/snapshot')).body;

async function resume(token: string, from: Resume) {
  const auth = { token, workstation: 'desk-1', protocol };
  socket?.close();
  socket = new Workstation(
    io(server?.url ?? '', { auth, transports: ['websocket'], reconnection: false, forceNew: true }),
  );
  await socket.connected();
  return socket.resume(from);
}

it('a clinic set up with the commands is signed in to and worked in', async () => {
  await must('clinic', ['add', ...clinic, '--open', '8:00', '--close', '18:15', '--rooms', 'Blue, Green']);
  await must('staff', person('Tess', 'Tess Moreau', 'frontDesk'), `${secret}\n`);
  const doctor = [...person('amara', 'Dr. Amara Okafor', 'provider'), '--specialty', 'Dermatology'];
  await must('staff', doctor, 'another otter in the rain');
  await must('staff', person('jonas', 'Dr. Jonas Lindqvist', 'provider'), secret);

  await start();
  const { status, body } = await signIn('tess');
  expect(status).toBe(200);
  expect(body.clinic).toEqual({
    ...{ id: 'lakeside', name: 'Lakeside Dermatology', timeZone: 'America/Chicago' },
    ...{ dayStart: 480, dayEnd: 1095, rooms: ['Blue', 'Green'] },
  });
  expect((await signIn('amara')).status).toBe(401);
  const amara = await signIn('amara', 'another otter in the rain');
  const { providers } = await snapshotFor(body.accessToken);
  expect(providers).toMatchObject([
    { displayName: 'Dr. Amara Okafor', specialty: 'Dermatology', position: 0 },
    { displayName: 'Dr. Jonas Lindqvist', specialty: '', position: 1 },
  ]);
  expect(amara.body.member.providerId).toBe(providers[0]?.id);
  const patient = { givenName: 'Ada', familyName: 'Byron', birthDate: '1985-12-10' };
  expect((await api(body.accessToken).send('patient.create', patient)).status).toBe(201);
});

it('F6 a workstation level with the log gets the new member by a snapshot', async () => {
  await setUp();
  await start();
  const { accessToken } = (await signIn('tess')).body;
  const patient = { givenName: 'Ada', familyName: 'Byron', birthDate: '1985-12-10' };
  await api(accessToken).send('patient.create', patient);
  const { epoch, seq: cursor } = await snapshotFor(accessToken);
  expect(await resume(accessToken, { epoch, cursor })).toMatchObject({ value: { mode: 'events' } });
  await stop();

  await must('staff', person('amara', 'Dr. Amara Okafor', 'provider'), secret);
  await start();
  expect(await resume(accessToken, { epoch, cursor })).toMatchObject({ value: { mode: 'snapshot' } });
  const fresh = await snapshotFor(accessToken);
  expect(fresh.members.map(({ username }) => username)).toContain('amara');
  expect(fresh.providers).toHaveLength(1);
  const again = await resume(accessToken, { epoch: fresh.epoch, cursor: fresh.seq });
  expect(again).toMatchObject({ value: { mode: 'events' } });
});

it('who is disabled is signed out and refused; enabled, they sign in again', async () => {
  await setUp();
  await start();
  const { accessToken, refreshToken } = (await signIn('tess')).body;
  const refresh = () => api(null).call('POST', '/api/auth/refresh', { body: { refreshToken } });
  await stop();
  expect(await must('staff', ['disable', '--username', 'tess'])).toContain('signed out everywhere');
  expect(await must('staff', ['list'])).toMatch(
    /^lakeside {2}tess {2}Tess Moreau {2}frontDesk {2}disabled\n$/,
  );
  await start();
  expect((await api(accessToken).get('/api/me')).body.error).toMatchObject({ kind: 'sessionEnded' });
  expect((await signIn('tess')).body).toMatchObject({ error: { kind: 'badCredentials' } });
  await stop();
  await must('staff', ['enable', '--username', 'tess']);
  await start();
  expect((await signIn('tess')).status).toBe(200);
  expect((await refresh()).body.error).toMatchObject({ kind: 'sessionEnded' });
});

it('a new password and a sign-out end every session, of that person only', async () => {
  await setUp();
  await must('staff', person('ruth', 'Ruth Adler', 'frontDesk'), secret);
  await start();
  const tokens = [await signIn('tess'), await signIn('ruth')].map(({ body }) => body.accessToken);
  const statuses = () => Promise.all(tokens.map(async (token) => (await api(token).get('/api/me')).status));
  expect(await statuses()).toEqual([200, 200]);
  await stop();
  await must('staff', ['password', '--username', 'tess'], 'two otters in the rain');
  await start();
  expect(await statuses()).toEqual([401, 200]);
  expect((await signIn('tess')).status).toBe(401);
  expect((await signIn('tess', 'two otters in the rain')).status).toBe(200);
  await stop();
  expect(await must('staff', ['sign-out', '--username', 'ruth'])).toContain('ended: 1)');
  await start();
  expect(await statuses()).toEqual([401, 401]);
});

it('what cannot be done is said in a sentence, and nothing is changed', async () => {
  await setUp();
  const refusals: [command: 'clinic' | 'staff', args: string[], stdin: string, says: string][] = [
    ['clinic', ['add', ...clinic], '', 'There is a clinic lakeside already. Choose another id.'],
    ['staff', person('TESS', 'Tess', 'admin'), secret, 'There is a user tess in lakeside already.'],
    ['staff', person('ruth', 'Ruth Adler', 'admin'), 'elevenchars', 'must have at least 12 characters'],
    ['staff', person('ruth', 'Ruth Adler', 'admin'), `${secret}\n${secret}`, 'must be one line'],
    ['staff', ['disable', '--username', 'nobody'], '', 'There is no user nobody.'],
    ['staff', ['list', '--clinic', 'elsewhere'], '', 'There is no clinic elsewhere in this data folder.'],
  ];
  for (const [command, args, stdin, says] of refusals)
    expect(await run(command, args, stdin)).toEqual({ code: 1, output: expect.stringContaining(says) });
  await must('clinic', ['add', ...clinic.with(1, 'hillside')]);
  await must('staff', person('tess', 'Tess Other', 'admin').with(2, 'hillside'), secret);
  expect(await run('staff', ['disable', '--username', 'tess'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('in several clinics (hillside, lakeside). Say which with --clinic.'),
  });
  expect((await must('staff', ['list'])).split('\n')).toHaveLength(3);
});

it('what cannot be understood is named, with how it is typed', async () => {
  const wrong: [command: 'clinic' | 'staff', args: string[], says: string][] = [
    ['staff', [], 'npm run staff -- sign-out --username'],
    ['staff', ['disable', 'tess'], 'npm run staff -- disable --username'],
    ['staff', [...person('ruth', 'Ruth', 'admin'), '--password', secret], 'npm run staff -- add'],
    ['staff', person('ruth', 'Ruth', 'boss'), '--role must be one of frontDesk, provider, assistant, admin.'],
    [
      'staff',
      [...person('ruth', 'Ruth', 'admin'), '--specialty', 'x'],
      '--specialty is for the role provider only.',
    ],
    ['clinic', ['add', ...clinic.with(5, 'Chicago')], '--time-zone must be a time zone name'],
    ['clinic', ['add', ...clinic, '--open', '18:00'], '--close must be later than --open.'],
    ['clinic', ['add', ...clinic, '--rooms', 'A,A'], '--rooms must name each room once.'],
    ['clinic', ['add', '--id', 'lakeside'], '--name is missing.\n--time-zone is missing.'],
  ];
  for (const [command, args, says] of wrong)
    expect(await run(command, args)).toEqual({ code: 2, output: expect.stringContaining(says) });
});

it('while a server runs it says to stop it first', async () => {
  await setUp();
  await start();
  const { code, output } = await run('staff', ['sign-out', '--username', 'tess']);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('Stop it first') });
});

it('no clinic comes beside the demo clinic, whose passwords are public', async () => {
  server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, LOG_LEVEL: 'error' });
  await stop();
  const { code, output } = await run('clinic', ['add', ...clinic]);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('holds the demo clinic') });
});
