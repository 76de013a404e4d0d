import { afterEach, expect, it, vi } from 'vitest';
import type { Audience } from '#server/fanout/audience.ts';
import { type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import { otherTenant } from '#server/testing/test-clinic.ts';
import type { Workstation } from '#server/testing/workstation.ts';
import type { UserId } from '#shared/ids.ts';

let clinic: SocketClinic;
afterEach(() => clinic.close());

it('F2 a narrower audience holds at replay and live: those named, on each of their workstations, and nobody else', async () => {
  const audiences = new Map<number, Audience>();
  clinic = await startSocketClinic({ audienceOf: ({ seq }) => audiences.get(seq) ?? 'everyone' });
  const front = (await clinic.signIn('front')).member.id;
  const provider = (await clinic.signIn('provider')).member.id;
  const nobody = new Set<UserId>();
  for (const [seq, audience] of [new Set([front]), nobody, new Set([front, provider])].entries()) {
    audiences.set(seq + 2, audience);
    audiences.set(seq + 7, audience);
  }
  await clinic.writer.append(5);
  const desks = [await clinic.connected('front'), await clinic.connected('front')];
  const room = await clinic.connected('provider');
  const office = await clinic.connected('admin');
  const everyone = [...desks, room, office];
  for (const workstation of everyone) await workstation.resume({ cursor: 0, epoch: clinic.store.epoch });
  const stranger = await clinic.connected('front', otherTenant);
  await stranger.resume({ cursor: 0, epoch: clinic.store.epoch });
  await clinic.writer.append(5);
  const seen = (workstation: Workstation) => workstation.seqs.join(' ');
  await vi.waitFor(() =>
    expect(everyone.map((workstation) => workstation.seqs.at(-1))).toEqual([10, 10, 10, 10]),
  );
  expect(desks.map(seen)).toEqual(['1 2 4 5 6 7 9 10', '1 2 4 5 6 7 9 10']);
  expect(seen(room)).toBe('1 4 5 6 9 10');
  expect(seen(office)).toBe('1 5 6 10');
  expect(seen(stranger)).toBe('');
});
