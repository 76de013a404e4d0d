import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { desk, type SocketClinic, startSocketClinic } from '#server/testing/socket-clinic.ts';
import { protocol } from '#shared/version.ts';

let clinic: SocketClinic;
let wire: Socket | undefined;
afterEach(async () => {
  wire?.destroy();
  await clinic.close();
});

/** A text frame as a client sends it, under an all-zero mask. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([Buffer.from([0x81]), length, Buffer.alloc(4), payload]);
}

/** Goes live over a bare TCP connection and from then on reads nothing. */
async function liveWithoutReading(): Promise<Socket> {
  const { accessToken } = await clinic.signIn();
  const { hostname, port } = new URL(clinic.url);
  const socket = connect(Number(port), hostname);
  let seen = '';
  socket.on('data', (chunk) => {
    seen += chunk.toString('latin1');
  });
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: clinic\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await vi.waitFor(() => expect(seen).toContain('"sid"'));
  socket.write(frame(`40${JSON.stringify({ token: accessToken, workstation: desk, protocol })}`));
  await vi.waitFor(() => expect(clinic.gateway.size).toBe(1));
  const { head } = await clinic.fanout.position('tenant-test' as never);
  socket.write(frame(`421${JSON.stringify(['resume', { cursor: head, epoch: clinic.store.epoch }])}`));
  await vi.waitFor(() => expect(seen).toContain('"mode":"events"'));
  socket.pause();
  return socket;
}

/** Commits until `done`, in bursts that let the server's sockets breathe between them. */
async function commitUntil(done: () => boolean): Promise<number> {
  let seq = 0;
  while (!done() && seq < 60_000) {
    seq = await clinic.writer.append(200);
    await nextTurn();
  }
  return seq;
}

it('F4 a live socket that does not read is dropped when its limit of bytes is passed, and others go on', async () => {
  clinic = await startSocketClinic({ limits: { waitingBytes: 200_000, waitingPackets: 1_000_000 } });
  wire = await liveWithoutReading();
  const reader = await clinic.connected('provider');
  await reader.resume({ cursor: 0, epoch: clinic.store.epoch });
  const closed = new Promise((resolve) => wire?.once('close', resolve));
  const seq = await commitUntil(() => clinic.gateway.size === 1);
  expect(clinic.gateway.size).toBe(1);
  wire.resume();
  await closed;
  await vi.waitFor(() => expect(reader.seqs.at(-1)).toBe(seq), { timeout: 5_000 });
  expect(reader.seqs).toEqual(Array.from({ length: seq }, (_, i) => i + 1));
}, 30_000);

it('F4 a limit of packets holds as well', async () => {
  clinic = await startSocketClinic({ limits: { waitingPackets: 4, waitingBytes: 1_000_000_000 } });
  wire = await liveWithoutReading();
  await commitUntil(() => clinic.gateway.size === 0);
  expect(clinic.gateway.size).toBe(0);
}, 30_000);

it('F4 a workstation that does not take a catch-up page in time is told so and cut', async () => {
  clinic = await startSocketClinic({ pageSize: 2, limits: { pageMs: 50 } });
  await clinic.writer.append(10);
  const workstation = await clinic.connected();
  workstation.beforeAck = () => new Promise(() => undefined);
  await workstation.resume({ cursor: 0, epoch: clinic.store.epoch });
  await vi.waitFor(() => expect(workstation.ended).toMatchObject([{ kind: 'tooSlow' }]));
  await vi.waitFor(() => expect(workstation.socket.connected).toBe(false));
  expect(workstation.seqs).toEqual([1, 2]);
});
