import type { LocalDate } from '#shared/time.ts';

/** Age on a day: whole years, or whole months under two years. */
export function ageOn(day: LocalDate, birthDate: LocalDate): { unit: 'years' | 'months'; count: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [bornYear = 0, bornMonth = 0, bornDate = 0] = birthDate.split('-').map(Number);
  const months = (year - bornYear) * 12 + (month - bornMonth) - (date < bornDate ? 1 : 0);
  if (months < 24) return { unit: 'months', count: Math.max(0, months) };
  return { unit: 'years', count: Math.floor(months / 12) };
}
