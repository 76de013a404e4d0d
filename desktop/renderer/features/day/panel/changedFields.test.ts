import { expect, it } from 'vitest';
import { addDays, atWallMinutes } from '#shared/time.ts';
import { chicago, monday, raman, visitAt } from '../visit.fixture.ts';
import { changedFields } from './changedFields.ts';

const { appointment } = visitAt('a', 540, 570);
const changed = (part: Partial<typeof appointment>) =>
  changedFields(appointment, { ...appointment, ...part }, chicago);

it('names what a person would notice and nothing else', () => {
  expect(changed({ version: 2, updatedAt: atWallMinutes(monday, 600, chicago) })).toEqual([]);
  expect(changed({ scheduledEnd: atWallMinutes(monday, 585, chicago) })).toEqual(['time']);
  expect(changed({ providerId: raman, status: 'roomed', room: 'Room 2' })).toEqual([
    'provider',
    'status',
    'room',
  ]);
  const tomorrow = addDays(monday, 1);
  expect(
    changed({
      scheduledStart: atWallMinutes(tomorrow, 540, chicago),
      scheduledEnd: atWallMinutes(tomorrow, 570, chicago),
    }),
  ).toEqual(['day', 'time']);
});
