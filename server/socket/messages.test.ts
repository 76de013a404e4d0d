import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emitAny, expectUnharmed } from '#server/testing/harm.ts';
import { RawLink } from '#server/testing/raw-link.ts';
import { desk, type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import type { Workstation } from '#server/testing/workstation.ts';
import { protocol } from '#shared/version.ts';

let clinic: SocketClinic;

beforeEach(async () => {
  clinic = await startSocketClinic({ limits: { floodMessages: 1_000_000 } });
});
afterEach(() => clinic.close());

const ask = (workstation: Workstation, event: string, payload: unknown): Promise<unknown> =>
  new Promise((resolve) => emitAny(workstation, event, payload, resolve));

it.each([
  ['resume', {}],
  ['resume', null],
  ['resume', { cursor: -1, epoch: 'x' }],
  ['resume', { cursor: 1.5, epoch: 'x' }],
  ['resume', { cursor: 1, epoch: null }],
  ['resume', { cursor: 1, epoch: 'x', more: true }],
  ['resume', [1, 'x']],
  ['renew', { token: '' }],
  ['renew', { token: 'x'.repeat(5_000) }],
  ['renew', 'token'],
])('answers a malformed %s %j with what is wrong', async (event, payload) => {
  const workstation = await clinic.connected();
  const answer = await ask(workstation, event, payload);
  expect(answer).toMatchObject({ ok: false, error: { kind: 'invalid', message: expect.any(String) } });
  expect(workstation.socket.connected).toBe(true);
});

it('ignores unknown events, missing acks and acks in the wrong place', async () => {
  const workstation = await clinic.connected();
  emitAny(workstation, 'nothing.known', { a: 1 });
  emitAny(workstation, 'resume', { cursor: 0, epoch: clinic.store.epoch });
  emitAny(workstation, 'resume', 'a', 'b', 'c', () => undefined);
  emitAny(workstation, 'renew');
  emitAny(workstation, 'error', 'boom');
  emitAny(workstation, '__proto__', {});
  expect(await workstation.resume({ cursor: 0, epoch: clinic.store.epoch })).toMatchObject({ ok: true });
  await expectUnharmed(clinic);
});

it('closes the connection that sends more than the limit in one message', async () => {
  const workstation = await clinic.connected();
  emitAny(workstation, 'renew', { token: 'x'.repeat(70 * 1024) }, () => undefined);
  await vi.waitFor(() => expect(workstation.socket.connected).toBe(false));
  await expectUnharmed(clinic);
});

it('cuts a connection that floods, and says so', async () => {
  await clinic.close();
  clinic = await startSocketClinic({ limits: { floodMessages: 50 } });
  const workstation = await clinic.connected();
  for (let i = 0; i < 60; i += 1) emitAny(workstation, 'nothing.known', i);
  await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'tooMany' }]));
  await vi.waitFor(() => expect(workstation.socket.connected).toBe(false));
  const patient = await clinic.connected();
  for (let i = 0; i < 40; i += 1) emitAny(patient, 'nothing.known', i);
  await patient.resume({ cursor: 0, epoch: clinic.store.epoch });
  clinic.clock.advance(10_000);
  for (let i = 0; i < 40; i += 1) emitAny(patient, 'nothing.known', i);
  expect(await patient.resume({ cursor: 0, epoch: clinic.store.epoch })).toMatchObject({ ok: true });
});

it('cuts a connection that floods before it said who it is', async () => {
  await clinic.close();
  clinic = await startSocketClinic({ limits: { floodMessages: 50 } });
  const link = await RawLink.open(clinic.url);
  for (let i = 0; i < 60; i += 1) await link.send(`40{"token":"x","workstation":"d","protocol":${protocol}}`);
  await vi.waitFor(() => expect(link.closed).toBe(true));
  await expectUnharmed(clinic);
});

it('closes the link of a peer that leaves the namespace', async () => {
  const link = await RawLink.open(clinic.url);
  const { accessToken } = await clinic.signIn();
  await link.send(`40${JSON.stringify({ token: accessToken, workstation: desk, protocol })}`);
  await vi.waitFor(() => expect(clinic.gateway.size).toBe(1));
  await link.send('41');
  await vi.waitFor(() => expect(link.closed).toBe(true));
  expect(clinic.gateway.size).toBe(0);
});

it('nonsense over HTTP at the socket path ends nothing', async () => {
  const paths = [
    '?EIO=4&transport=polling&sid=no',
    '?EIO=3&transport=polling',
    '?transport=__proto__&EIO=4',
    '?EIO=4&transport=polling&sid=__proto__',
    '',
  ];
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT'])
      expect((await fetch(`${clinic.url}/socket.io/${path}`, { method })).status).toBe(400);
  await expectUnharmed(clinic);
});
