import { expect, it, vi } from 'vitest';
import type { Command } from '#shared/commands.ts';
import { type ErrorBody, RoomlightError } from '#shared/errors.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import { toInstant, toMilliseconds } from '#shared/time.ts';
import { cacheInMemory } from '../cache/cache-fixture.ts';
import { appointment, morning } from '../cache/clinic-fixture.ts';
import type { Outbox } from '../cache/outbox.ts';
import { handTime } from './hand-time.ts';
import { ServerRefusal, UnreadSuccess, unreachable } from './http-failure.ts';
import { CommandQueue } from './queue.ts';
import { Retry } from './retry.ts';
import type { Answer } from './session-shape.ts';

const keyOf = (n: number) => IdempotencyKey.parse(`key-${String(n).padStart(8, '0')}`);
const confirm: Command = { type: 'appointment.confirm', id: appointment(1, 0).id, ifMatch: 1, body: {} };
const done: Answer = { appointment: appointment(1, 0, { version: 2 }), seq: 1 };
const refusal = (body: ErrorBody, retryAfterMs: number | null = null) =>
  new ServerRefusal(body, retryAfterMs);
const notFound = refusal({ kind: 'notFound', message: 'There is no such visit. Look at the day again.' });
const internal = refusal({ kind: 'internal', message: 'Something went wrong. Try again.' });

const memoryOutbox = (): Outbox => cacheInMemory().outbox;

/** A queue whose sends are answered in turn by `replies`; with none left, the server is away. */
function setUp(outbox = memoryOutbox(), replies: (Answer | RoomlightError)[] = []) {
  const time = handTime();
  const sent: { key: IdempotencyKey; ifMatch: number | null }[] = [];
  const settled: [IdempotencyKey, ErrorBody['kind'] | null][] = [];
  const failed = vi.fn<(error: unknown) => void>();
  const unread = vi.fn<(error: UnreadSuccess) => void>();
  const queue = new CommandQueue({
    ...time,
    outbox,
    retry: new Retry({ ...time, random: () => 0.5 }),
    async send(key, command) {
      sent.push({ key, ifMatch: command.ifMatch });
      const reply = replies.shift() ?? unreachable();
      if (reply instanceof RoomlightError) throw reply;
      return reply;
    },
    settled: ({ key }, error) => settled.push([key, error?.kind ?? null]),
    countChanged() {},
    unread,
    failed,
  });
  queue.start();
  return { time, replies, sent, settled, unread, failed, queue, outbox };
}

it('gives the answer to who waits for it', async () => {
  const { queue, replies, outbox, settled } = setUp();
  replies.push(done);
  await expect(queue.submit(keyOf(1), confirm, 1_000)).resolves.toEqual({ state: 'done', answer: done });
  expect(outbox.count()).toBe(0);
  expect(settled).toEqual([]);
});

it('throws a refusal that comes in time, and keeps none of it', async () => {
  const { queue, replies, outbox, settled } = setUp();
  replies.push(notFound);
  await expect(queue.submit(keyOf(1), confirm, 1_000)).rejects.toThrow(notFound.message);
  expect([outbox.count(), outbox.refusals(), settled]).toEqual([0, [], []]);
});

it('L4 tries again with the same key, in order, until the outcome is known', async () => {
  const { queue, replies, sent, settled, outbox, time } = setUp();
  const first = queue.submit(keyOf(1), confirm, 1_000);
  const second = queue.submit(keyOf(2), { ...confirm, id: appointment(2, 0).id }, 1_000);
  await vi.waitUntil(() => time.ahead().length === 3);
  time.advance(1_000);
  expect(await Promise.all([first, second])).toEqual([{ state: 'waiting' }, { state: 'waiting' }]);
  replies.push(done, notFound);
  time.advance(15_000);
  await vi.waitUntil(() => outbox.count() === 0);
  expect(sent.map(({ key }) => key)).toEqual([...sent.slice(0, -1).map(() => keyOf(1)), keyOf(2)]);
  expect(settled).toEqual([
    [keyOf(1), null],
    [keyOf(2), 'notFound'],
  ]);
  expect(outbox.refusals().map(({ key, error }) => [key, error.kind])).toEqual([[keyOf(2), 'notFound']]);
});

it('L4 sends what an earlier run left, before anything new', async () => {
  const outbox = memoryOutbox();
  outbox.add(keyOf(1), confirm, morning);
  const { queue, sent, settled } = setUp(outbox, [done, done]);
  await queue.submit(keyOf(2), confirm, 1_000);
  expect(sent).toEqual([
    { key: keyOf(1), ifMatch: 1 },
    { key: keyOf(2), ifMatch: 2 },
  ]);
  expect(settled).toEqual([[keyOf(1), null]]);
});

it('gives two who wait for one key the same outcome', async () => {
  const { queue, replies, sent } = setUp();
  replies.push(done);
  const both = [queue.submit(keyOf(1), confirm, 1_000), queue.submit(keyOf(1), confirm, 1_000)];
  expect(await Promise.all(both)).toEqual([
    { state: 'done', answer: done },
    { state: 'done', answer: done },
  ]);
  expect(sent).toHaveLength(1);
});

it('leaves the server alone for as long as it asks', async () => {
  const { queue, replies, sent, time } = setUp();
  const tooMany = { kind: 'tooMany', message: 'Wait a moment.', retryAfterSeconds: 9 } as const;
  replies.push(refusal(tooMany, 9_000), done);
  const outcome = queue.submit(keyOf(1), confirm, 60_000);
  await vi.waitUntil(() => time.ahead().includes(9_000));
  time.advance(8_999);
  expect(sent).toHaveLength(1);
  time.advance(1);
  await expect(outcome).resolves.toMatchObject({ state: 'done' });
});

it('does not let a command the server always fails at hold up the others for ever', async () => {
  const { queue, replies, time, sent } = setUp();
  replies.push(...new Array<RoomlightError>(6).fill(internal), done);
  const first = queue.submit(keyOf(1), confirm, 600_000).catch((error: unknown) => error);
  const second = queue.submit(keyOf(2), confirm, 600_000);
  for (let tries = 1; tries < 6; tries += 1) {
    await vi.waitUntil(() => sent.length === tries && time.ahead().length === 3);
    time.advance(15_000);
  }
  expect(await first).toBe(internal);
  await expect(second).resolves.toMatchObject({ state: 'done' });
});

it('L4 settles what took effect though its answer cannot be read, and goes on', async () => {
  const { queue, replies, outbox, settled, unread, failed } = setUp();
  const newer = new UnreadSuccess('an answer of another shape');
  replies.push(newer, done);
  const both = [
    queue.submit(keyOf(1), confirm, 1_000),
    queue.submit(keyOf(2), { ...confirm, id: appointment(2, 0).id }, 1_000),
  ];
  expect(await Promise.all(both)).toEqual([{ state: 'waiting' }, { state: 'done', answer: done }]);
  expect([outbox.count(), outbox.refusals(), settled]).toEqual([0, [], [[keyOf(1), null]]]);
  expect(unread.mock.calls).toEqual([[newer]]);
  expect(failed).not.toHaveBeenCalled();
});

it('stops at the end of the session and keeps everything for the next', async () => {
  const { queue, replies, failed, outbox, time } = setUp();
  const ended = refusal({ kind: 'sessionEnded', message: 'Sign in again.' });
  replies.push(ended);
  const outcome = queue.submit(keyOf(1), confirm, 1_000);
  await vi.waitUntil(() => failed.mock.calls.length === 1);
  expect(failed).toHaveBeenCalledWith(ended);
  expect(time.ahead()).toEqual([1_000]);
  time.advance(1_000);
  await expect(outcome).resolves.toEqual({ state: 'waiting' });
  expect(outbox.count()).toBe(1);
});

it('L4 does not send what waited longer than the server remembers outcomes', async () => {
  const outbox = memoryOutbox();
  outbox.add(keyOf(1), confirm, toInstant(toMilliseconds(morning) - 7 * 24 * 3_600_000));
  const { sent, settled } = setUp(outbox);
  await vi.waitUntil(() => outbox.count() === 0);
  expect(sent).toEqual([]);
  expect(settled).toEqual([[keyOf(1), 'keyReused']]);
});
