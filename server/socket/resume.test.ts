import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dropOldEvents } from '#server/store/log.ts';
import { type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import { otherTenant, testTenant } from '#server/testing/test-clinic.ts';
import type { Workstation } from '#server/testing/workstation.ts';
import { EventBatch } from '#shared/socket.ts';

let clinic: SocketClinic;
beforeEach(async () => {
  clinic = await startSocketClinic({ pageSize: 3 });
});
afterEach(() => clinic.close());

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const from = (cursor: number) => ({ cursor, epoch: clinic.store.epoch });

/** Drops all but the newest `keep` events. */
const retain = (keep: number) => dropOldEvents(clinic.store, testTenant, '9999', keep);

async function resumed(workstation: Workstation, cursor: number) {
  const answer = await workstation.resume(from(cursor));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

it('F5 the first resume is told to fetch a snapshot, and goes on from its seq on the same socket', async () => {
  await clinic.writer.append(4);
  const workstation = await clinic.connected();
  expect(await workstation.resume({ cursor: null, epoch: null })).toEqual({
    ok: true,
    value: { mode: 'snapshot', epoch: clinic.store.epoch, head: 4 },
  });
  await clinic.writer.append(2);
  expect(await resumed(workstation, 4)).toEqual({ mode: 'events', epoch: clinic.store.epoch, head: 6 });
  await clinic.writer.append(1);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([5, 6, 7]));
});

it('what arrives is the contract, word for word', async () => {
  await clinic.writer.append(5);
  const workstation = await clinic.connected();
  await resumed(workstation, 0);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([1, 2, 3, 4, 5]));
  for (const batch of workstation.batches) expect(EventBatch.parse(batch)).toEqual(batch);
});

it('F5 retention at its edge: the oldest kept event is 7, so 6 is the oldest cursor that is whole', async () => {
  await clinic.writer.append(10);
  await retain(4);
  const at = await clinic.connected();
  expect((await resumed(at, 7)).mode).toBe('events');
  const before = await clinic.connected();
  expect((await resumed(before, 6)).mode).toBe('events');
  await vi.waitFor(() => expect(at.seqs).toEqual([8, 9, 10]));
  await vi.waitFor(() => expect(before.seqs).toEqual([7, 8, 9, 10]));
  const twoBefore = await clinic.connected();
  expect((await resumed(twoBefore, 5)).mode).toBe('snapshot');
  expect((await resumed(twoBefore, 0)).mode).toBe('snapshot');
  expect(twoBefore.seqs).toEqual([]);
});

it('F5 retention that dropped everything still serves the cursor at the head', async () => {
  await clinic.writer.append(10);
  await retain(0);
  const workstation = await clinic.connected();
  expect((await resumed(workstation, 9)).mode).toBe('snapshot');
  expect((await resumed(workstation, 10)).mode).toBe('events');
  await clinic.writer.append(1);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([11]));
});

it('F5 another epoch or a cursor past the head needs a snapshot', async () => {
  await clinic.writer.append(3);
  const workstation = await clinic.connected();
  const other = await workstation.resume({ cursor: 2, epoch: 'a log of last year' });
  expect(other).toMatchObject({ ok: true, value: { mode: 'snapshot', head: 3 } });
  expect((await resumed(workstation, 4)).mode).toBe('snapshot');
});

it('F5 a catch-up that retention overtakes is cut, and the next resume is told to fetch a snapshot', async () => {
  await clinic.writer.append(10);
  const workstation = await clinic.connected();
  workstation.beforeAck = () => retain(2);
  await resumed(workstation, 0);
  await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'tooSlow' }]));
  await vi.waitFor(() => expect(workstation.socket.connected).toBe(false));
  expect(workstation.seqs).toEqual([1, 2, 3]);
  expect((await resumed(await clinic.connected(), 3)).mode).toBe('snapshot');
});

it('F2 no event crosses a tenant, at catch-up or live', async () => {
  await clinic.writer.append(2, otherTenant);
  await clinic.writer.append(3);
  const ours = await clinic.connected();
  const theirs = await clinic.connected('front', otherTenant);
  await resumed(ours, 0);
  await resumed(theirs, 0);
  await clinic.writer.append(1, otherTenant);
  await clinic.writer.append(1);
  await vi.waitFor(() => expect([ours.received.length, theirs.received.length]).toEqual([4, 3]));
  const ids = new Set(ours.received.map((event) => JSON.stringify(event.data)));
  for (const event of theirs.received) expect(ids.has(JSON.stringify(event.data))).toBe(false);
});

it('refuses a second resume while the first is catching up, and the first goes on', async () => {
  await clinic.writer.append(10);
  const workstation = await clinic.connected();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  workstation.beforeAck = () => held;
  const [first, second] = await Promise.all([workstation.resume(from(0)), workstation.resume(from(0))]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: false, error: { kind: 'invalid', problems: [{ where: 'resume' }] } });
  goOn();
  await vi.waitFor(() => expect(workstation.seqs).toEqual(range(1, 10)));
});

it('a live socket may resume anew from its cursor: nothing is missed, nothing doubled', async () => {
  const workstation = await clinic.connected();
  await resumed(workstation, 0);
  await clinic.writer.append(2);
  await vi.waitFor(() => expect(workstation.seqs).toEqual([1, 2]));
  const again = workstation.resume(from(2));
  const written = clinic.writer.append(3);
  await Promise.all([again, written]);
  await clinic.writer.append(1);
  await vi.waitFor(() => expect(workstation.seqs).toEqual(range(1, 6)));
});

it('F3 events committed during catch-up arrive once and in order, whatever the interleaving', async () => {
  const workstations = await Promise.all(range(1, 4).map(() => clinic.connected()));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(25), { minLength: 4, maxLength: 4 }),
      async (bursts, behind) => {
        const { head } = await clinic.fanout.position(testTenant);
        const cursors = behind.map((distance) => Math.max(0, head - distance));
        for (const workstation of workstations) workstation.received.length = 0;
        // Each page is acknowledged only after one more burst was committed behind its back.
        const rest = [...bursts];
        const commit = () => clinic.writer.append(rest.shift() ?? 1);
        for (const workstation of workstations) workstation.beforeAck = commit;
        await Promise.all(workstations.map((workstation, i) => resumed(workstation, cursors[i] ?? 0)));
        await Promise.all(bursts.map((burst) => clinic.writer.append(burst)));
        for (const workstation of workstations) workstation.beforeAck = () => Promise.resolve();
        await vi.waitFor(async () => {
          const { head: end } = await clinic.fanout.position(testTenant);
          for (const [i, { seqs }] of workstations.entries())
            expect(seqs).toEqual(range((cursors[i] ?? 0) + 1, end));
        });
      },
    ),
    { numRuns: 15, verbose: 1 },
  );
});
