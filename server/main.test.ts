import { connect } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SignedIn } from '#shared/http.ts';
import { protocol } from '#shared/version.ts';
import { Api } from './testing/api.ts';
import { ServerProcess } from './testing/server-process.ts';
import { desk } from './testing/socket-clinic.ts';
import { makeClinicFolder } from './testing/temporary-folder.ts';
import { testPassword, testTenant } from './testing/test-clinic.ts';
import { Workstation } from './testing/workstation.ts';

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let remove: () => Promise<void>;
const servers: ServerProcess[] = [];

beforeEach(async () => {
  ({ folder, remove } = await makeClinicFolder());
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  await remove();
});

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start({ ROOMLIGHT_DATA: folder, ...env });
  servers.push(server);
  return server;
}

async function liveWorkstation(url: string): Promise<Workstation> {
  const body = { tenantId: testTenant, username: 'front', password: testPassword, workstation: desk };
  const { body: signedIn } = await new Api(url, null).call<SignedIn>('POST', '/api/auth/login', { body });
  const auth = { token: signedIn.accessToken, workstation: desk, protocol };
  const workstation = new Workstation(io(url, { auth, transports: ['websocket'], reconnection: false }));
  await workstation.connected();
  return workstation;
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: tells the workstations, closes and exits with 0',
  async (signal) => {
    const server = await start();
    const workstation = await liveWorkstation(server.url);
    server.signal(signal);
    expect(await server.exited).toBe(0);
    await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'shutdown' }]));
    expect(server.output).toContain('"msg":"stopped"');
  },
);

it('stops when asked over IPC, and when the program that started it is gone', async () => {
  const asked = await start();
  asked.say('stop');
  expect(await asked.exited).toBe(0);
  const abandoned = await start();
  abandoned.abandon();
  expect(await abandoned.exited).toBe(0);
});

it('a Ctrl-C that arrives twice stops it once', async () => {
  const server = await start();
  server.signal('SIGINT');
  server.signal('SIGINT');
  expect(await server.exited).toBe(0);
});

it('a peer that hangs in the middle of a request does not keep it from stopping', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const hanging = connect(Number(port), '127.0.0.1');
  hanging.on('error', () => undefined);
  hanging.write(
    'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  await new Promise((resolve) => hanging.once('connect', resolve));
  await vi.waitFor(async () => expect((await new Api(server.url, null).get('/healthz')).status).toBe(200));
  server.signal('SIGTERM');
  expect(await server.exited).toBe(0);
  hanging.destroy();
});

it('a start that fails says why in one sentence and exits with 1', async () => {
  await start();
  const second = await start();
  expect(second.url).toBe('');
  expect(await second.exited).toBe(1);
  expect(second.output).toMatch(
    /^Roomlight could not start\. Another Roomlight server is using the data folder .+\n$/,
  );
  const third = await start({ PORT: 'x' });
  expect(await third.exited).toBe(1);
  expect(third.output).toContain('PORT must be a whole number');
});
