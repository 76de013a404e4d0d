import { afterAll, beforeAll, expect, it } from 'vitest';
import { findClinic, signIn } from '#desktop/main/sync/sign-in.ts';
import { WorkstationId } from '#shared/ids.ts';
import { demoPassword } from '../kit/api.ts';
import { ClinicServer } from '../kit/server.ts';

let server: ClinicServer;

beforeAll(async () => {
  server = await ClinicServer.start();
});
afterAll(() => server.remove());

it.each([
  ['a wrong password', () => attempt({ password: 'wrong' }), 'badCredentials'],
  [
    'a clinic that is not there',
    () => attempt({ address: `127.0.0.1:${server.port}/tenant-nowhere` }),
    'notFound',
  ],
  ['nobody at the address', () => attempt({ address: '127.0.0.1:9' }), 'unreachable'],
])('sign-in with %s says so', async (_, attempted, kind) => {
  await expect(attempted()).rejects.toMatchObject({ body: { kind, message: expect.stringMatching(/\.$/) } });
});

function attempt(wrong: { address?: string; password?: string }) {
  const address = `127.0.0.1:${server.port}`;
  return signIn({
    address,
    username: 'front',
    password: demoPassword,
    workstation: WorkstationId.parse('core-1'),
    ...wrong,
  });
}

it('finds the only clinic of a server without being told its name', async () => {
  await expect(findClinic(`127.0.0.1:${server.port}`)).resolves.toMatchObject({
    tenantId: 'tenant-demo',
    base: `http://127.0.0.1:${server.port}`,
  });
});
