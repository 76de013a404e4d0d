import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
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

const huge = fc.integer({ min: 1, max: 40_000 }).map((length) => 'x'.repeat(length));
const tricks = fc.constantFrom<unknown>(
  JSON.parse('{"__proto__":{"cursor":1,"epoch":"x"}}'),
  { constructor: { prototype: { ok: true } } },
  { toString: 1, valueOf: null },
  { cursor: Number.MAX_SAFE_INTEGER, epoch: 'x' },
  { cursor: 0, epoch: '\u0000\ud800' },
  { length: 2 ** 31 },
  Buffer.alloc(2_000),
  [Buffer.from('a'), { b: new Uint8Array(3) }],
);
const payload = fc.oneof(
  tricks,
  huge,
  fc.anything({ withNullPrototype: false }),
  fc.constantFrom(null, undefined, NaN),
);
const eventName = fc.oneof(
  fc.constantFrom(
    'resume',
    'renew',
    'error',
    'events',
    'ended',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ),
  fc.string(),
);
const nowhere = () => undefined;
const reserved = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);

it('nothing a signed-in client emits ends the process: 1,500 random messages', async () => {
  let workstation = await clinic.connected();
  const message = fc.record({
    event: eventName,
    args: fc.array(payload, { maxLength: 4 }),
    ack: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(message, async ({ event, args, ack }) => {
      if (!workstation.socket.connected) workstation = await clinic.connected();
      if (reserved.has(event)) return;
      sendQuietly(workstation, event, ack ? [...args, nowhere] : args);
      await digested(workstation);
    }),
    { numRuns: 1_500, verbose: 1 },
  );
  await expectUnharmed(clinic);
  expect(clinic.errors).toEqual([]);
}, 30_000);

/** The server has dealt with all that was sent: it answers what comes next, or has closed. */
function digested({ socket }: Workstation): Promise<unknown> {
  const closed = new Promise((resolve) => socket.once('disconnect', resolve));
  const answered = socket.emitWithAck('renew', { token: '' });
  return Promise.race([closed, answered.catch(nowhere)]);
}

/** What the client itself cannot encode (bigint, a circle) never reaches the wire. */
function sendQuietly(workstation: Workstation, event: string, args: unknown[]): void {
  try {
    emitAny(workstation, event, ...args);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
  }
}

const json = fc.oneof(
  fc.json(),
  fc.constantFrom('{"_placeholder":true,"num":0}', '{"_placeholder":true,"num":-1}', '[', 'null'),
);
const rawFrame = fc.oneof(
  fc
    .tuple(fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', 'b', ''), fc.string())
    .map(([type, rest]) => type + rest),
  fc
    .tuple(
      fc.constantFrom(
        '40',
        '41',
        '42',
        '43',
        '44',
        '45',
        '46',
        '4510-',
        '451-',
        '461-',
        '42/admin,',
        '420',
        '4299999999999999',
      ),
      json,
    )
    .map(([head, body]) => head + body),
  fc
    .tuple(
      fc.constantFrom('451-', '461-1', '452-'),
      fc.constantFrom(
        '["resume",{"_placeholder":true,"num":0}]',
        '["renew",{"_placeholder":true,"num":1e9}]',
        '[0]',
      ),
    )
    .map(([head, body]) => head + body),
  fc.uint8Array({ maxLength: 300 }),
  huge.map((text) => `42["resume","${text}"]`),
);

it('nothing on a raw WebSocket ends the process: 1,500 random frames, before and after the handshake', async () => {
  const { accessToken } = await clinic.signIn();
  const hello = `40${JSON.stringify({ token: accessToken, workstation: desk, protocol })}`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(rawFrame, { minLength: 10, maxLength: 10 }),
      fc.boolean(),
      async (frames, signedIn) => {
        const link = await RawLink.open(clinic.url);
        if (signedIn) {
          await link.send(hello);
          await link.hears('40');
        }
        for (const each of frames) await link.send(each);
        // The server has dealt with them all: it answers what comes next, or has closed.
        await link.send('42777["renew",{}]');
        await link.hears('43777');
        link.close();
      },
    ),
    { numRuns: 150, verbose: 1 },
  );
  await expectUnharmed(clinic);
  expect(clinic.errors).toEqual([]);
}, 30_000);
