import { expect, it } from 'vitest';
import type { Command } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import { cacheInMemory } from './cache-fixture.ts';
import { appointment, morning } from './clinic-fixture.ts';
import type { Outbox } from './outbox.ts';

const outbox = (): Outbox => cacheInMemory().outbox;
const keyOf = (n: number) => IdempotencyKey.parse(`key-${String(n).padStart(8, '0')}`);
const confirm = (n: number, ifMatch: number): Command => ({
  type: 'appointment.confirm',
  id: appointment(n, 0).id,
  ifMatch,
  body: {},
});
const notFound: ErrorBody = { kind: 'notFound', message: 'It is gone. Look at the day again.' };

it('L4 keeps commands in the order they were given, each key once', () => {
  const box = outbox();
  box.add(keyOf(2), confirm(1, 1), morning);
  box.add(keyOf(1), confirm(2, 1), morning);
  box.add(keyOf(2), confirm(3, 7), morning);
  expect(box.list().map((entry) => entry.key)).toEqual([keyOf(2), keyOf(1)]);
  expect(box.head()).toEqual({ key: keyOf(2), command: confirm(1, 1), at: morning });
  expect(box.count()).toBe(2);
});

it('L5 a later command on the same entity follows the version the earlier one made, if it saw that one waiting', () => {
  const box = outbox();
  box.add(keyOf(1), confirm(1, 3), morning);
  box.add(keyOf(2), confirm(1, 3), morning);
  box.add(keyOf(3), confirm(2, 3), morning);
  box.add(keyOf(4), confirm(1, 2), morning);
  box.add(keyOf(5), confirm(1, 3), morning);
  box.settle(keyOf(1), { done: true, version: 4 });
  expect(box.list().map((entry) => entry.command.ifMatch)).toEqual([4, 3, 2, 4]);
  box.settle(keyOf(2), { done: false, error: notFound, told: true });
  expect(box.list().map((entry) => entry.command.ifMatch)).toEqual([3, 2, 4]);
});

it('keeps a refusal nobody was told of, until someone has seen it', () => {
  const box = outbox();
  box.add(keyOf(1), confirm(1, 1), morning);
  box.add(keyOf(2), confirm(2, 1), morning);
  box.settle(keyOf(1), { done: false, error: notFound, told: true });
  box.settle(keyOf(2), { done: false, error: notFound, told: false });
  box.settle(keyOf(2), { done: false, error: notFound, told: false });
  expect(box.head()).toBeNull();
  expect(box.refusals()).toEqual([{ key: keyOf(2), command: confirm(2, 1), at: morning, error: notFound }]);
  box.dismiss(keyOf(2));
  expect(box.refusals()).toEqual([]);
});
