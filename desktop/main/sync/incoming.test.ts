import { expect, it } from 'vitest';
import { appointment, patient, patientEvent, visitEvent } from '../cache/clinic-fixture.ts';
import { readBatch } from './incoming.ts';

const known = visitEvent(1, appointment(1, 0));
const ofType = (type: string, data: unknown, seq = 2) => ({ ...known, seq, type, data });

it('takes a batch of known events as it is', () => {
  const other = patientEvent(2, patient(2));
  expect(readBatch([known, other])).toEqual({
    changes: [
      { seq: 1, at: known.at, data: known.data, event: known },
      { seq: 2, at: other.at, data: other.data, event: other },
    ],
    resync: false,
  });
});

it('applies the whole entity a newer server sends under a name not known here (L3)', () => {
  const data = { appointment: appointment(1, 30, { version: 2 }), extra: 'new' };
  const { changes, resync } = readBatch([known, ofType('appointment.teleported', data)]);
  expect(resync).toBe(false);
  expect(changes[1]).toEqual({ seq: 2, at: known.at, event: null, data: { appointment: data.appointment } });
});

it('passes over an area nothing is kept of', () => {
  const { changes, resync } = readBatch([ofType('message.sent', { message: { id: 1 } })]);
  expect({ changes, resync }).toEqual({
    changes: [{ seq: 2, at: known.at, data: {}, event: null }],
    resync: false,
  });
});

it('asks for a snapshot when a kept area changes in a way not known here, and applies nothing after it', () => {
  const batch = [known, ofType('provider.joined', { provider: {} }), visitEvent(3, appointment(2, 0))];
  const { changes, resync } = readBatch(batch);
  expect(resync).toBe(true);
  expect(changes.map(({ seq }) => seq)).toEqual([1]);
});

it.each([
  ['no list', { seq: 1 }],
  ['nothing', undefined],
  ['an event that is no object', [known, 7]],
  ['a known type with a broken entity', [{ ...known, data: { appointment: { id: 'x' } } }]],
  ['an unknown type with a broken entity', [ofType('appointment.teleported', { appointment: {} })]],
  ['an event without a place in the log', [{ ...known, seq: 0 }]],
])('refuses %s', (_, payload) => {
  expect(() => readBatch(payload)).toThrow(/does not understand/);
});
