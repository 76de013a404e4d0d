import { expect, it } from 'vitest';
import { ClinicEvent } from '#shared/events.ts';
import { handlerFor } from './appointmentEvents.ts';

it('hands every appointment event to exactly one handler', () => {
  const handlers = { onCreated: () => {}, onUpdated: () => {}, onCancelled: () => {}, onCheckedIn: () => {} };
  expect(handlerFor('appointment.created', handlers)).toBe(handlers.onCreated);
  expect(handlerFor('appointment.cancelled', handlers)).toBe(handlers.onCancelled);
  expect(handlerFor('appointment.checkedIn', handlers)).toBe(handlers.onCheckedIn);
  const types = ClinicEvent.options.map(({ shape }) => shape.type.value);
  const others = types.filter((type) => type.startsWith('appointment.')).length - 3;
  const updated = types.filter(
    (type) => type !== 'patient.created' && handlerFor(type, handlers) === handlers.onUpdated,
  );
  expect(updated).toHaveLength(others);
});

it('leaves out what nobody asked for', () => {
  expect(handlerFor('appointment.moved', { onCreated: () => {} })).toBeUndefined();
});
