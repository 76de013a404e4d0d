import { beforeEach, expect, type Mock, test, vi } from 'vitest';
import { RoomlightError } from '#shared/errors.ts';
import type { Log } from '../log.ts';
import { type Answer, answerer, type Handlers } from './answer.ts';
import type { Sender } from './sender.ts';

const origin = 'app://roomlight';
const page: Sender = { ownWindow: true, mainFrame: true, origin };
const signedOut = {
  phase: 'signedOut',
  address: null,
  username: null,
  error: null,
  keeping: { onDisk: true, why: null },
} as const;

let logged: string[];
const note = (...words: unknown[]) => void logged.push(JSON.stringify(words));
const log: Log = { info: note, warn: note, error: note, fatal: note };
const unexpected = () => {
  throw new Error('this test calls something else');
};

function handlers(some: Partial<Handlers>): Handlers {
  return new Proxy(some, { get: (all, name) => Reflect.get(all, name) ?? unexpected }) as Handlers;
}

let read: Mock<Handlers['session.read']>;
let signIn: Mock<Handlers['session.signIn']>;
let answer: Answer;
beforeEach(() => {
  logged = [];
  read = vi.fn<Handlers['session.read']>(() => signedOut);
  signIn = vi.fn<Handlers['session.signIn']>(() => signedOut);
  answer = answerer(handlers({ 'session.read': read, 'session.signIn': signIn }), origin, log);
});

test('a call of our own page is answered', async () => {
  expect(await answer('session.read', page, undefined)).toEqual({ ok: true, value: signedOut });
});

test.each([
  ['a window that is not ours', { ownWindow: false }],
  ['a frame within the page', { mainFrame: false }],
  ['another origin', { origin: 'https://roomlight' }],
  ['an origin that begins like ours', { origin: 'app://roomlight.example' }],
  ['a page that is gone', { origin: null }],
])('W5 %s is refused, and nothing runs', async (_what, change) => {
  const result = await answer('session.read', { ...page, ...change }, undefined);
  expect(result).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  expect(read).not.toHaveBeenCalled();
});

test.each([
  ['nothing', undefined],
  ['a field too few', { address: 'a', username: 'u' }],
  ['a field too many', { address: 'a', username: 'u', password: 'p', admin: true }],
  ['another type', { address: 'a', username: { $ne: '' }, password: 'p' }],
  ['too much', { address: 'a'.repeat(201), username: 'u', password: 'p' }],
])('W5 input with %s is refused with where and what, and nothing runs', async (_what, input) => {
  const result = await answer('session.signIn', page, input);
  expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(signIn).not.toHaveBeenCalled();
});

test('input for a call that takes none is refused', async () => {
  expect(await answer('session.read', page, { any: 1 })).toMatchObject({
    ok: false,
    error: { kind: 'invalid' },
  });
});

test('the handler gets what the schema made of the input', async () => {
  await answer('session.signIn', page, { address: '  clinic.example ', username: 'u', password: ' p ' });
  expect(signIn).toHaveBeenCalledWith({ address: 'clinic.example', username: 'u', password: ' p ' });
});

test('W5 output that is not of the schema does not reach the page', async () => {
  read.mockReturnValue(JSON.parse('{"phase":"other"}'));
  expect(await answer('session.read', page, undefined)).toMatchObject({
    ok: false,
    error: { kind: 'internal' },
  });
  const more = { ...signedOut, refreshToken: 'secret' };
  read.mockReturnValue(more);
  expect(await answer('session.read', page, undefined)).toEqual({ ok: true, value: signedOut });
});

test('a RoomlightError crosses as it is', async () => {
  const body = { kind: 'unreachable', message: 'The clinic cannot be reached. Check the network.' } as const;
  read.mockRejectedValue(new RoomlightError(body));
  expect(await answer('session.read', page, undefined)).toEqual({ ok: false, error: body });
});

test('W6 any other error becomes internal, and its words reach neither page nor log', async () => {
  read.mockRejectedValue(new Error('no such patient: Rosa Delgado'));
  const result = await answer('session.read', page, undefined);
  expect(result).toMatchObject({ ok: false, error: { kind: 'internal' } });
  expect(JSON.stringify(result)).not.toContain('Rosa');
  expect(logged).toHaveLength(1);
  expect(logged[0]).not.toContain('Rosa');
});
