import { expect, it } from 'vitest';
import { parseClock } from './clockText.ts';

it.each([
  ['9', 540],
  ['930', 570],
  ['9:30', 570],
  [' 09.30 ', 570],
  ['13:15', 795],
  ['1pm', 780],
  ['12:05 am', 5],
  ['12 p.m.', 720],
  ['0:00', 0],
])('reads %s', (text, minutes) => expect(parseClock(text)).toBe(minutes));

it.each(['', 'noon', '24:00', '9:75', '13pm', '0am', '9:3', '12345'])('does not guess at %s', (text) =>
  expect(parseClock(text)).toBeNull(),
);
