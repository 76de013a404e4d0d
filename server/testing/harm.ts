import { expect, vi } from 'vitest';
import type { SocketClinic } from './socket-clinic.ts';
import { testTenant } from './test-clinic.ts';
import type { Workstation } from './workstation.ts';

/**
 * Nothing was reported, and the next workstation is served as if nothing had happened. What would have ended the
 * process fails the test run by itself.
 */
export async function expectUnharmed(clinic: SocketClinic): Promise<void> {
  const fresh = await clinic.connected('provider');
  const { head } = await clinic.fanout.position(testTenant);
  expect(await fresh.resume({ cursor: head, epoch: clinic.store.epoch })).toMatchObject({ ok: true });
  const seq = await clinic.writer.append(1);
  await vi.waitFor(() => expect(fresh.seqs).toEqual([seq]));
  fresh.close();
  expect(clinic.errors).toEqual([]);
}

/** Sends any event with any arguments, past the client's types. */
export function emitAny(workstation: Workstation, event: string, ...args: unknown[]): void {
  const socket: { emit(event: string, ...args: unknown[]): unknown } = workstation.socket;
  socket.emit(event, ...args);
}
