import { afterEach, beforeEach, expect, it } from 'vitest';
import { invalidValue } from '#server/domain/refusals.ts';
import { readPosition } from '#server/store/log.ts';
import { Transactions } from '#server/store/transaction.ts';
import { startTestClock } from '#server/testing/clock.ts';
import { refusalOf } from '#server/testing/refusal.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { insertTestClinics, testTenant } from '#server/testing/test-clinic.ts';
import { RoomlightError } from '#shared/errors.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import type { Caller, Handler } from './command.ts';
import { handlers } from './handlers.ts';
import { CommandRunner } from './runner.ts';

const key = IdempotencyKey.parse('one-intent-of-one-person');
const body = { givenName: 'Ada', familyName: 'Li', birthDate: '1990-01-02' };

let temporary: Awaited<ReturnType<typeof openTemporaryStore>>;
let caller: Caller;
let wakes: number;
let failure: (() => Error) | null;
let runner: CommandRunner;

/** Creates a patient like the real one, and then fails the way the test wants. */
const createThenFail: Handler<'patient.create'> = async (execution) => {
  const answer = await handlers['patient.create'](execution);
  if (failure) throw failure();
  return answer;
};

beforeEach(async () => {
  temporary = await openTemporaryStore();
  const { members } = await insertTestClinics(temporary.store);
  const [front] = members;
  if (!front) throw new Error('the test clinic has a front desk');
  const { id: userId, role, displayName: name } = front;
  caller = { userId, role, name, tenantId: testTenant, workstation: null };
  wakes = 0;
  const transactions = new Transactions(temporary.store, startTestClock().now, () => {
    wakes += 1;
  });
  runner = new CommandRunner(transactions, { ...handlers, 'patient.create': createThenFail });
});

afterEach(() => temporary.remove());

const send = () => runner.run(caller, { type: 'patient.create', target: null, body, key });

async function left(): Promise<Record<string, number>> {
  const { read } = temporary.store;
  const count = async (table: 'patients' | 'events' | 'outcomes') =>
    (await read.selectFrom(table).selectAll().execute()).length;
  return {
    patients: await count('patients'),
    events: await count('events'),
    outcomes: await count('outcomes'),
    head: (await readPosition(read, testTenant)).head,
  };
}

it('L1 L4 a command refused after it had begun to write leaves its outcome and nothing else', async () => {
  failure = () => invalidValue('birthDate', 'is not to our liking');
  const first = await send();
  expect(first).toMatchObject({ ok: false, replayed: false, error: { kind: 'invalid' } });
  expect(await left()).toEqual({ patients: 0, events: 0, outcomes: 1, head: 0 });
  failure = null;
  expect(await send()).toEqual({ ...first, replayed: true });
  expect(await left()).toEqual({ patients: 0, events: 0, outcomes: 1, head: 0 });
});

it.each([
  ['a fault', () => new Error('disk is full')],
  ['an internal refusal', () => new RoomlightError({ kind: 'internal', message: 'Try again.' })],
])('L1 L4 %s leaves nothing at all, and the same key may be sent again', async (_name, fault) => {
  failure = fault;
  await expect(send()).rejects.toThrow(fault().message);
  expect(await left()).toEqual({ patients: 0, events: 0, outcomes: 0, head: 0 });
  expect(wakes).toBe(0);
  failure = null;
  expect(await send()).toMatchObject({ ok: true, replayed: false, answer: { seq: 1 } });
  expect(await left()).toEqual({ patients: 1, events: 1, outcomes: 1, head: 1 });
  expect(wakes).toBe(1);
});

it('a role that may not is refused before anything is looked at', async () => {
  const assistant: Caller = { ...caller, role: 'assistant' };
  const request = { type: 'patient.create', target: null, body: 'nonsense', key } as const;
  expect((await refusalOf(runner.run(assistant, request))).kind).toBe('forbidden');
  expect(await left()).toMatchObject({ outcomes: 0 });
});
