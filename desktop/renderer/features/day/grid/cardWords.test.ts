import { expect, it } from 'vitest';
import type { UserId, WorkstationId } from '#shared/ids.ts';
import { atWallMinutes, toMilliseconds } from '#shared/time.ts';
import type { DayWords } from '../statusWords.ts';
import { chicago, monday, visitAt } from '../visit.fixture.ts';
import { cardWords } from './cardWords.ts';

// Shows key and values, so that the test does not repeat the catalogue.
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as DayWords;
const at = atWallMinutes(monday, 564, chicago);
const facts = {
  visit: visitAt('Lovelace', 570, 600, { overbookReason: 'Urgent' }),
  mark: undefined,
  change: undefined,
  now: toMilliseconds(at),
  isToday: true,
  timeZone: chicago,
};

it('says who, when, how it stands and why to somebody who cannot see the card, nothing twice', () => {
  expect(cardWords(t, facts, false).label).toBe(
    'Ada Lovelace, 9:30–10:00, clinic:status.booked, Skin check, overbooked',
  );
});

it('says what is on its way and who changed it just now', () => {
  const actor = { userId: 'u' as UserId, name: 'Tess Moreau', workstation: 'front-2' as WorkstationId };
  const words = cardWords(
    t,
    {
      ...facts,
      mark: { type: 'appointment.checkIn', state: 'waiting' },
      change: { actor, at, type: 'appointment.moved' },
    },
    true,
  );
  expect(words.pending).toBe('pending.waiting command.appointment.checkIn');
  expect(words.changed).toBe('did.appointment.moved Tess Moreau');
  expect(words.badge).toEqual({ by: 'TM', text: 'did.appointment.moved TM' });
  expect(words.label).toContain('Tess Moreau');
});
