import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Administrator, lakeside, person, staffPassword } from '#server/testing/administrator.ts';
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

const must: Administrator['must'] = (...typed) => new Administrator(folder).must(...typed);
const setUp = () => new Administrator(folder).setUp();

const api = (token: string | null) => new Api(server?.url ?? '', token);
const signIn = (username: string, password = staffPassword) =>
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
  await must('clinic', ['add', ...lakeside, '--open', '8:00', '--close', '18:15', '--rooms', 'Blue, Green']);
  await must('staff', person('Tess', 'Tess Moreau', 'frontDesk'), `${staffPassword}\n`);
  const doctor = [...person('amara', 'Dr. Amara Okafor', 'provider'), '--specialty', 'Dermatology'];
  await must('staff', doctor, 'another otter in the rain');
  await must('staff', person('jonas', 'Dr. Jonas Lindqvist', 'provider'), staffPassword);

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

  await must('staff', person('amara', 'Dr. Amara Okafor', 'provider'), staffPassword);
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
  await must('staff', person('ruth', 'Ruth Adler', 'frontDesk'), staffPassword);
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
