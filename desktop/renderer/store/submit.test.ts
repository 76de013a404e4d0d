import { expect, it } from 'vitest';
import type { Result, Submitted } from '#desktop/bridge/map.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { appointment } from './event.fixture.ts';
import { FakeBridge } from './fakeBridge.fixture.ts';
import { submitCommand } from './submit.ts';

const { id, version, providerId, scheduledStart, scheduledEnd } = appointment(1);
const words = (error: ErrorBody) => `words for ${error.kind}`;
const answering = (result: Result<Submitted>) => new FakeBridge({ 'command.submit': async () => result });

it('names the entity and the version seen, under a key of its own each time (L4, L5)', async () => {
  const bridge = answering({
    ok: true,
    value: { state: 'done', answer: { appointment: appointment(1), seq: 9 } },
  });
  const body = { providerId, scheduledStart, scheduledEnd };
  const outcome = await submitCommand(bridge, 'appointment.move', { id, ifMatch: version, body }, words);
  await submitCommand(bridge, 'appointment.move', { id, ifMatch: version, body }, words);
  expect(outcome).toMatchObject({ state: 'done', answer: { seq: 9 } });
  const [first, second] = bridge.asked.map(({ input }) => input as { key: string; command: unknown });
  expect(first?.command).toEqual({ type: 'appointment.move', id, ifMatch: version, body });
  expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(second?.key).not.toBe(first?.key);
});

it('names neither for a command that creates', async () => {
  const bridge = answering({ ok: true, value: { state: 'waiting' } });
  const body = { patientId: appointment(1).patientId, providerId, scheduledStart, scheduledEnd };
  const outcome = await submitCommand(bridge, 'appointment.book', { body }, words);
  expect(outcome).toEqual({ state: 'waiting' });
  expect(bridge.asked[0]?.input).toMatchObject({
    command: { type: 'appointment.book', id: null, ifMatch: null },
  });
});

it('gives a refusal as data and in words, and never throws', async () => {
  const error: ErrorBody = { kind: 'stale', message: 'Changed.', current: appointment(1) };
  const refused = await submitCommand(
    answering({ ok: false, error }),
    'appointment.confirm',
    { id, ifMatch: version, body: {} },
    words,
  );
  expect(refused).toEqual({ state: 'refused', error, sentence: 'words for stale' });
  const broken = new FakeBridge({ 'command.submit': () => Promise.reject(new Error('gone')) });
  const failed = await submitCommand(
    broken,
    'appointment.confirm',
    { id, ifMatch: version, body: {} },
    words,
  );
  expect(failed).toMatchObject({ state: 'refused', error: { kind: 'internal' } });
});
