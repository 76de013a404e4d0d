import { readdir, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { makeSelfSigned } from '#server/testing/self-signed.ts';
import { desk } from '#server/testing/socket-clinic.ts';
import { makeClinicFolder, makeTemporaryFolder } from '#server/testing/temporary-folder.ts';
import { testPassword, testTenant } from '#server/testing/test-clinic.ts';
import { Workstation } from '#server/testing/workstation.ts';
import type { SignedIn } from '#shared/http.ts';
import type { TenantId } from '#shared/ids.ts';
import { protocol } from '#shared/version.ts';
import { type ClinicServer, startClinicServer } from './clinic-server.ts';
import { readConfig } from './config.ts';

let folder: string;
let remove: () => Promise<void>;
let server: ClinicServer | undefined;
const log = pino({ level: 'silent' });

beforeEach(async () => {
  ({ folder, remove } = await makeClinicFolder());
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await remove();
});

function start(env: Record<string, string> = {}): Promise<ClinicServer> {
  return startClinicServer(readConfig({ PORT: '0', ROOMLIGHT_DATA: folder, ...env }), { log });
}

async function signIn(url: string): Promise<SignedIn> {
  const body = { tenantId: testTenant, username: 'front', password: testPassword, workstation: desk };
  const answer = await new Api(url, null).call<SignedIn>('POST', '/api/auth/login', { body });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function workstationAt(url: string, token: string): Promise<Workstation> {
  const auth = { token, workstation: desk, protocol };
  const workstation = new Workstation(io(url, { auth, transports: ['websocket'], reconnection: false }));
  await workstation.connected();
  return workstation;
}

const newPatient = { givenName: 'Ada', familyName: 'Byron', birthDate: '1985-12-10' };

it('the whole road: sign in over HTTP, follow over the socket, and see a command of the API arrive', async () => {
  server = await start();
  const { accessToken } = await signIn(server.url);
  const workstation = await workstationAt(server.url, accessToken);
  const api = new Api(server.url, accessToken);
  const { body: snapshot } = await api.get<{ seq: number; epoch: string }>('/api/snapshot');
  await workstation.resume({ cursor: snapshot.seq, epoch: snapshot.epoch });
  const { status, body } = await api.send('patient.create', newPatient);
  expect(status).toBe(201);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([body.seq]));
  expect(workstation.received[0]).toMatchObject({ type: 'patient.created', data: { patient: body.patient } });
  workstation.close();
});

it('signing out over HTTP cuts the socket', async () => {
  server = await start();
  const { accessToken } = await signIn(server.url);
  const workstation = await workstationAt(server.url, accessToken);
  await new Api(server.url, accessToken).call('POST', '/api/auth/logout');
  await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'sessionEnded' }]));
});

it('a restart keeps the log, its epoch and the sign-in', async () => {
  server = await start();
  const { accessToken } = await signIn(server.url);
  const { body } = await new Api(server.url, accessToken).send('patient.create', newPatient);
  const { epoch } = server.store;
  await server.stop();
  server = await start();
  const workstation = await workstationAt(server.url, accessToken);
  await workstation.resume({ cursor: body.seq - 1, epoch });
  await vi.waitFor(() => expect(workstation.seqs).toEqual([body.seq]));
  workstation.close();
});

it('a stop sends the last event before it says goodbye', async () => {
  server = await start();
  const { accessToken } = await signIn(server.url);
  const workstation = await workstationAt(server.url, accessToken);
  await workstation.resume({ cursor: 0, epoch: server.store.epoch });
  const { body } = await new Api(server.url, accessToken).send('patient.create', newPatient);
  await server.stop();
  await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'shutdown' }]));
  expect(workstation.seqs).toEqual([body.seq]);
  server = await start();
});

it('gives an empty data folder the demo clinic, once, and none when told so', async () => {
  const empty = await makeTemporaryFolder();
  const at = (env: Record<string, string>) => start({ ROOMLIGHT_DATA: empty.folder, ...env });
  server = await at({ ROOMLIGHT_DEMO: 'off' });
  const clinic = '/api/clinic?tenantId=tenant-demo';
  expect((await new Api(server.url, null).get(clinic)).status).toBe(404);
  await server.stop();
  server = await at({});
  expect((await new Api(server.url, null).get(clinic)).status).toBe(200);
  const { head } = await server.fanout.position('tenant-demo' as TenantId);
  expect(head).toBeGreaterThan(0);
  await server.stop();
  server = await at({});
  expect((await server.fanout.position('tenant-demo' as TenantId)).head).toBe(head);
  await server.stop();
  server = undefined;
  await empty.remove();
});

it('two servers never share a data folder', async () => {
  server = await start();
  await expect(start()).rejects.toThrow(/Another Roomlight server is using the data folder/);
});

it('says which port is taken, and leaves the data folder free', async () => {
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as { port: number };
  await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} is already in use`);
  squatter.close();
  server = await start({ PORT: String(port) });
  expect(server.url).toBe(`http://127.0.0.1:${port}`);
});

it('makes its own token secret once, and takes the one it is given instead', async () => {
  server = await start({ JWT_SECRET: 'x'.repeat(40) });
  expect(await readdir(folder)).not.toContain('jwt-secret');
  await server.stop();
  server = await start();
  expect(await readdir(folder)).toContain('jwt-secret');
});

it('speaks HTTPS and secure WebSocket when given a certificate', async () => {
  const { cert, key } = makeSelfSigned();
  const files = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') };
  await writeFile(files.TLS_CERT, cert);
  await writeFile(files.TLS_KEY, key);
  server = await start({ ...files, HOST: '127.0.0.1' });
  expect(server.url).toMatch(/^https:/);
  const url = server.url;
  const status = await new Promise((resolve, reject) => {
    get(`${url}/healthz`, { ca: cert }, (response) => resolve(response.statusCode)).on('error', reject);
  });
  expect(status).toBe(200);
  const { accessToken } = await server.identity.signIn(
    { tenantId: testTenant, username: 'front', password: testPassword },
    'test',
  );
  const auth = { token: accessToken, workstation: desk, protocol };
  const socket = io(url, { auth, ca: cert, transports: ['websocket'], reconnection: false });
  const workstation = new Workstation(socket);
  await workstation.connected();
  workstation.close();
});

it.each([
  [{ TLS_CERT: 'missing.pem', TLS_KEY: 'missing.pem' }, /named by TLS_CERT cannot be read/],
  [{ TLS_CERT: 'package.json', TLS_KEY: 'package.json' }, /are not a certificate and its key/],
  [{ HOST: '203.0.113.7' }, /Set HOST to an address of this computer/],
])('says what to do about %j', async (env, words) => {
  await expect(start(env)).rejects.toThrow(words);
});
