import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RoomlightError } from '#shared/errors.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import { addDays } from '#shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import { appointment, patient, snapshot, today } from '../cache/clinic-fixture.ts';
import { openCache } from '../cache/open.ts';
import type { Sync } from '../sync/session-shape.ts';
import type { Handlers } from './answer.ts';
import { handlersOf } from './handlers.ts';

const whole = snapshot({ appointments: [appointment(1, 0)], patients: [patient(1)] });
const longAgo = addDays(today, -200);
const key = IdempotencyKey.parse('intent-0001');
const command = { type: 'appointment.confirm', id: appointment(1, 0).id, ifMatch: 1, body: {} } as const;

let cache: Cache;
let handlers: Handlers;
const sync = {
  olderDay: vi.fn<Sync['olderDay']>(),
  submit: vi.fn<Sync['submit']>(),
  retryNow: vi.fn<Sync['retryNow']>(),
  connection: { phase: 'connected', asOf: null, nextTryAt: null, error: null, waiting: 0 },
};
const signedOut = () => {
  throw new RoomlightError({ kind: 'notSignedIn', message: 'Sign in first.' });
};

beforeEach(() => {
  const opened = openCache({ file: null });
  if (opened.state !== 'open') throw new Error('memory is always readable');
  cache = opened.cache;
  handlers = handlersFor(() => ({ day: { cache }, sync: sync as unknown as Sync }));
});
afterEach(() => {
  cache.close();
  vi.resetAllMocks();
});

function handlersFor(atWork: () => { day: { cache: Cache }; sync: Sync }): Handlers {
  const desk = {
    state: { phase: 'starting' as const },
    get atWork() {
      return atWork();
    },
    signIn: signedOut,
    signOut: signedOut,
  };
  return handlersOf({ desk, findClinic: signedOut, clock: () => 0 });
}

test('W3 a day that is kept is answered from the cache alone', async () => {
  cache.applySnapshot(whole);
  expect(await handlers['day.read']({ date: today })).toMatchObject({
    kept: true,
    visits: [{ patient: patient(1) }],
  });
  expect(sync.olderDay).not.toHaveBeenCalled();
});

test('a day from before those kept is asked of the server', async () => {
  cache.applySnapshot(whole);
  const answer = { ...cache.day(longAgo), visits: [{ appointment: appointment(2, 0), patient: patient(1) }] };
  sync.olderDay.mockResolvedValue(answer);
  expect(await handlers['day.read']({ date: longAgo })).toEqual(answer);
  expect(sync.olderDay).toHaveBeenCalledWith(longAgo);
});

test('W3 before the first snapshot every day is empty, and nobody waits for the server', async () => {
  expect(await handlers['day.read']({ date: today })).toMatchObject({ kept: false, visits: [] });
  expect(sync.olderDay).not.toHaveBeenCalled();
});

test('a patient who is not there is an error with a sentence', () => {
  cache.applySnapshot(whole);
  expect(handlers['patient.read']({ id: patient(1).id })).toMatchObject({ patient: patient(1) });
  expect(() => handlers['patient.read']({ id: patient(2).id })).toThrow('There is no such patient here.');
});

test('a refusal is dismissed and what is left is answered', () => {
  cache.outbox.add(key, command, whole.at);
  const error = { kind: 'forbidden', message: 'This is not yours to do.' } as const;
  cache.outbox.settle(key, { done: false, error, told: false });
  expect(handlers['refusals.read'](undefined)).toMatchObject([{ key, error }]);
  expect(handlers['refusals.dismiss']({ key })).toEqual([]);
});

test('a retry answers with how the connection stands', () => {
  expect(handlers['connection.retry'](undefined)).toBe(sync.connection);
  expect(sync.retryNow).toHaveBeenCalledOnce();
});

test('a command is waited for only as long as a person would', async () => {
  sync.submit.mockResolvedValue({ state: 'waiting' });
  await handlers['command.submit']({ key, command });
  expect(sync.submit).toHaveBeenCalledWith(key, command, { waitMs: 3_000 });
});

test('with nobody signed in there is nothing to read', () => {
  const nobody = handlersFor(signedOut);
  expect(nobody['session.read'](undefined)).toEqual({ phase: 'starting' });
  expect(() => nobody['members.read'](undefined)).toThrow('Sign in first.');
  expect(() => nobody['day.read']({ date: today })).toThrow('Sign in first.');
});
