import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import type { Workstation } from '#server/testing/workstation.ts';

let clinic: SocketClinic;
beforeEach(async () => {
  clinic = await startSocketClinic();
});
afterEach(() => clinic.close());

const minutes = 60_000;

async function live(username?: string): Promise<Workstation> {
  const workstation = await clinic.connected(username);
  await workstation.resume({ cursor: 0, epoch: clinic.store.epoch });
  return workstation;
}

const gone = (workstation: Workstation) => vi.waitFor(() => expect(workstation.socket.connected).toBe(false));

it('cuts the sockets of a session that ends, and no others', async () => {
  const { accessToken } = await clinic.signIn();
  const auth = { token: accessToken, workstation: 'desk-1', protocol: 1 };
  const mine = [clinic.workstation(auth), clinic.workstation(auth)];
  for (const workstation of mine) await workstation.connected();
  const other = await live('provider');
  await clinic.identity.signOut(accessToken);
  for (const workstation of mine) {
    await gone(workstation);
    expect(workstation.ended).toMatchObject([{ kind: 'sessionEnded' }]);
  }
  expect(other.socket.connected).toBe(true);
  expect(clinic.gateway.size).toBe(1);
});

it('cuts a socket whose token ran out, after the grace', async () => {
  const workstation = await live();
  clinic.clock.advance(15 * minutes);
  clinic.tick();
  expect(workstation.ended).toEqual([]);
  clinic.clock.advance(6_000);
  clinic.tick();
  await gone(workstation);
  expect(workstation.ended).toMatchObject([{ kind: 'tokenExpired' }]);
});

it('a renewal on the live socket keeps it', async () => {
  const { accessToken, refreshToken } = await clinic.signIn();
  const workstation = clinic.workstation({ token: accessToken, workstation: 'desk-1', protocol: 1 });
  await workstation.connected();
  clinic.clock.advance(10 * minutes);
  const next = await clinic.identity.refresh(refreshToken);
  expect(await workstation.renew(next.accessToken)).toEqual({ ok: true, value: null });
  clinic.clock.advance(10 * minutes);
  clinic.tick();
  await workstation.resume({ cursor: 0, epoch: clinic.store.epoch });
  await clinic.writer.append(1);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([1]));
});

it("refuses a renewal with another session's token, even of the same user", async () => {
  const workstation = await live();
  const same = await clinic.signIn();
  const other = await clinic.signIn('admin');
  for (const { accessToken } of [same, other])
    expect(await workstation.renew(accessToken)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  expect(await workstation.renew('nonsense')).toMatchObject({
    ok: false,
    error: { kind: 'unauthenticated' },
  });
  clinic.clock.advance(16 * minutes);
  clinic.tick();
  await gone(workstation);
});

it('tells every workstation when the server stops', async () => {
  const workstations = [await live(), await live('provider')];
  clinic.gateway.sayGoodbye({ kind: 'shutdown', reason: 'The server restarts.' });
  for (const workstation of workstations) {
    await gone(workstation);
    expect(workstation.ended).toEqual([{ kind: 'shutdown', reason: 'The server restarts.' }]);
  }
});

it('says goodbye after the last event, even while that is still being written', async () => {
  const workstation = await live();
  await clinic.writer.append(1);
  await clinic.fanout.flush();
  clinic.gateway.sayGoodbye({ kind: 'shutdown', reason: 'The server restarts.' });
  await gone(workstation);
  expect(workstation.seqs).toEqual([1]);
  expect(workstation.ended).toMatchObject([{ kind: 'shutdown' }]);
});

it('forgets a workstation that leaves', async () => {
  const workstation = await live();
  workstation.close();
  await vi.waitFor(() => expect(clinic.gateway.size).toBe(0));
  expect(clinic.sockets()).toEqual([]);
});
