import { expect, it } from 'vitest';
import type { LocalDate } from '#shared/time.ts';
import { ageOn } from './age.ts';

const age = (today: string, born: string) => {
  const { unit, count } = ageOn(today as LocalDate, born as LocalDate);
  return `${count} ${unit}`;
};

it('counts age by the calendar, in months for the very young', () => {
  expect(age('2026-11-23', '1980-11-24')).toBe('45 years');
  expect(age('2026-11-24', '1980-11-24')).toBe('46 years');
  expect(age('2026-02-28', '2024-02-29')).toBe('23 months');
  expect(age('2026-03-01', '2024-02-29')).toBe('2 years');
  expect(age('2026-11-23', '2025-12-30')).toBe('10 months');
  expect(age('2026-11-23', '2026-12-01')).toBe('0 months');
});
