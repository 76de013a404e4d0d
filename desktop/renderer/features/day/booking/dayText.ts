import { LocalDate } from '#shared/time.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as people type it: `Wed, Nov 25`, `nov 25 2026`, `11/25`, `11/25/2026`, `2026-11-25`. Without a year it is the
 * one that brings the day nearest to `today`. Null when it is no day.
 */
export function parseDay(text: string, today: LocalDate): LocalDate | null {
  const typed = text.trim().toLowerCase();
  const written = LocalDate.safeParse(typed);
  if (written.success) return written.data;
  const match = /^(?:[a-z]+,?\s+)??([a-z]+|\d{1,2})[\s./-]+(\d{1,2})(?:[\s,./-]+(\d{4}))?$/.exec(typed);
  if (!match) return null;
  const [, name = '', day = '', year] = match;
  const month = /\d/.test(name) ? Number(name) : months.indexOf(name.slice(0, 3)) + 1;
  const inYear = (of: number) => LocalDate.safeParse(`${of}-${two(month)}-${two(Number(day))}`).data ?? null;
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const away = (date: LocalDate) => Math.abs(Date.parse(date) - Date.parse(today));
  return [thisYear, thisYear + 1, thisYear - 1]
    .map(inYear)
    .reduce((best, date) => (date && (!best || away(date) < away(best)) ? date : best), null);
}

/**
 * A birth date as people type it, month first: `04121961`, `4/12/1961`, `4-12-1961`, `1961-04-12`. The year has four
 * digits. Null when it is no day.
 */
export function parseBirthDate(text: string): LocalDate | null {
  const typed = text.trim();
  const written = LocalDate.safeParse(typed);
  if (written.success) return written.data;
  const match =
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/.exec(typed);
  if (!match) return null;
  const [, month = '', day = '', year = ''] = match;
  return LocalDate.safeParse(`${year}-${two(Number(month))}-${two(Number(day))}`).data ?? null;
}

/** As it is written at the desk, `04/12/1961`. */
export function birthDateLabel(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
