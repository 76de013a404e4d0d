import { expect, it } from 'vitest';
import { ClinicEvent } from '#shared/events.ts';
import type { UserId } from '#shared/ids.ts';
import { type AudienceOf, audienceOf, reaches, runsByAudience } from './audience.ts';

const anna = 'anna' as UserId;
const ben = 'ben' as UserId;

function event(seq: number, type = 'patient.created'): ClinicEvent {
  return { seq, type } as ClinicEvent;
}

it('F2 every event of the contract has an audience, and the schedule is for the whole tenant', () => {
  const types = ClinicEvent.options.map((option) => option.shape.type.value);
  for (const type of types) expect(audienceOf(event(1, type))).toBe('everyone');
});

it('F2 a narrower audience reaches those named and nobody else', () => {
  expect(reaches(new Set([anna]), anna)).toBe(true);
  expect(reaches(new Set([anna]), ben)).toBe(false);
  expect(reaches(new Set(), anna)).toBe(false);
  expect(reaches('everyone', ben)).toBe(true);
});

it('F2 a batch is split only where the audience changes, and stays in seq order', () => {
  const forAnna: AudienceOf = ({ seq }) => (seq === 3 || seq === 4 ? new Set([anna]) : 'everyone');
  const runs = runsByAudience(
    [1, 2, 3, 4, 5].map((seq) => event(seq)),
    forAnna,
  );
  expect(runs.map(({ events }) => events.map(({ seq }) => seq))).toEqual([[1, 2], [3, 4], [5]]);
  expect(runs.map(({ audience }) => audience)).toEqual(['everyone', new Set([anna]), 'everyone']);
});

it('F2 neighbours for different people are never sent together', () => {
  const audiences = [new Set([anna]), new Set([ben]), new Set([anna, ben]), new Set<UserId>()];
  const runs = runsByAudience(
    [0, 1, 2, 3].map((seq) => event(seq)),
    ({ seq }) => audiences[seq] ?? 'everyone',
  );
  expect(runs).toHaveLength(4);
});
