import { expect, it } from 'vitest';
import type { LocalDate } from '#shared/time.ts';
import { monday } from '../visit.fixture.ts';
import { birthDateLabel, parseBirthDate, parseDay } from './dayText.ts';

it('reads eight digits of a birth date as month, day and year', () => {
  for (const typed of ['04121961', '4/12/1961', '04-12-1961', ' 4.12.1961 ', '1961-04-12'])
    expect(parseBirthDate(typed), typed).toBe('1961-04-12');
  expect(birthDateLabel('1961-04-12' as LocalDate)).toBe('04/12/1961');
});

it('takes nothing for a birth date that is none, or leaves room for a guess', () => {
  for (const typed of ['', '041261', '4/12/61', '13121961', '02301961', 'soon'])
    expect(parseBirthDate(typed), typed).toBeNull();
});

it('reads a day, and without a year the nearest one', () => {
  for (const typed of ['Wed, Nov 25', 'nov 25', 'November 25 2026', '11/25', '11/25/2026', '2026-11-25'])
    expect(parseDay(typed, monday), typed).toBe('2026-11-25');
  expect(parseDay('Jan 4', monday)).toBe('2027-01-04');
  expect(parseDay('12/30', '2027-01-02' as LocalDate)).toBe('2026-12-30');
  for (const typed of ['', 'tomorrow', '2/30', 'Wed']) expect(parseDay(typed, monday), typed).toBeNull();
});
