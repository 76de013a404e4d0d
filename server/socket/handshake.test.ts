import { afterEach, expect, it, vi } from 'vitest';
import { Handshake } from '#server/socket/handshake.ts';
import { RawLink } from '#server/testing/raw-link.ts';
import { refusalOf } from '#server/testing/refusal.ts';
import { desk, type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import type { SessionId } from '#shared/ids.ts';
import { protocol } from '#shared/version.ts';

let clinic: SocketClinic | undefined;
afterEach(async () => {
  await clinic?.close();
  clinic = undefined;
});

it('lets a signed-in workstation in', async () => {
  clinic = await startSocketClinic();
  const workstation = await clinic.connected();
  expect(workstation.socket.connected).toBe(true);
  expect(clinic.gateway.size).toBe(1);
});

it('lets a workstation in over long polling, for networks that break WebSocket', async () => {
  clinic = await startSocketClinic();
  const { accessToken } = await clinic.signIn();
  const auth = { token: accessToken, workstation: desk, protocol };
  const workstation = clinic.workstation(auth, { transports: ['polling'] });
  await workstation.connected();
  await workstation.resume({ cursor: 0, epoch: clinic.store.epoch });
  await clinic.writer.append(2);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([1, 2]));
});

it('refuses a token that is not ours', async () => {
  clinic = await startSocketClinic();
  const workstation = clinic.workstation({ token: 'nonsense', workstation: desk, protocol });
  expect(await workstation.refused()).toMatchObject({ kind: 'unauthenticated' });
  expect(clinic.gateway.size).toBe(0);
});

it('refuses a session that has ended', async () => {
  clinic = await startSocketClinic();
  const { accessToken } = await clinic.signIn();
  await clinic.identity.signOut(accessToken);
  const workstation = clinic.workstation({ token: accessToken, workstation: desk, protocol });
  expect(await workstation.refused()).toMatchObject({ kind: 'sessionEnded' });
});

it.each([
  [protocol + 1, /Update the clinic server/],
  [protocol - 1, /Update this workstation/],
])('refuses a workstation that speaks protocol %i and says which side to update', async (spoken, words) => {
  clinic = await startSocketClinic();
  const { accessToken } = await clinic.signIn();
  const workstation = clinic.workstation({ token: accessToken, workstation: desk, protocol: spoken });
  const refusal = await workstation.refused();
  expect(refusal).toMatchObject({ kind: 'protocolMismatch', server: protocol });
  expect(refusal.message).toMatch(words);
});

it.each([
  undefined,
  {},
  { token: 7 },
  { token: '', workstation: desk, protocol },
  { __proto__: null, token: [] },
])('refuses the malformed handshake %j in words', async (auth) => {
  clinic = await startSocketClinic();
  const workstation = clinic.workstation(auth);
  expect(await workstation.refused()).toMatchObject({ kind: 'invalid' });
  expect(clinic.errors).toEqual([]);
});

it('keeps neither token nor request once a workstation is in', async () => {
  clinic = await startSocketClinic();
  await clinic.connected();
  const [socket] = clinic.sockets();
  expect(socket?.handshake).toEqual({});
  expect(socket?.request).toBeNull();
});

it('lets nobody in while it shuts down', async () => {
  clinic = await startSocketClinic();
  const { accessToken } = await clinic.signIn();
  clinic.gateway.sayGoodbye({ kind: 'shutdown', reason: 'The server restarts.' });
  const workstation = clinic.workstation({ token: accessToken, workstation: desk, protocol });
  await expect(workstation.connected()).rejects.toThrow();
});

it('keeps nothing of a peer that leaves in the middle of its handshake', async () => {
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const beforeAuthenticate = vi.fn<() => Promise<void>>(() => held);
  clinic = await startSocketClinic({ beforeAuthenticate });
  const { accessToken } = await clinic.signIn();
  const link = await RawLink.open(clinic.url);
  await link.send(`40${JSON.stringify({ token: accessToken, workstation: desk, protocol })}`);
  await vi.waitFor(() => expect(beforeAuthenticate).toHaveBeenCalled());
  link.close();
  await vi.waitFor(() => expect(clinic?.links()).toBe(0));
  goOn();
  await clinic.connected();
  expect(clinic.gateway.size).toBe(1);
});

it('refuses a session that ends while its handshake is under way', async () => {
  const sessionId = 'the-session' as SessionId;
  let answer: () => void = () => undefined;
  const identity = { sessionId } as never;
  const authenticate = () => new Promise<never>((resolve) => (answer = () => resolve(identity)));
  const handshake = new Handshake({ authenticate, sessions: { onEnded: () => () => undefined } });
  const admit = vi.fn<() => void>();
  const refusal = refusalOf(handshake.check({ token: 't', workstation: desk, protocol }, admit));
  handshake.ended(sessionId);
  answer();
  expect(await refusal).toMatchObject({ kind: 'sessionEnded' });
  expect(admit).not.toHaveBeenCalled();
});
