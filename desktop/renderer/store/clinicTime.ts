import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant, LocalDate, TimeZone } from '#shared/time.ts';
import { localDateOf } from '#shared/time.ts';
import { useClinic } from './session.ts';

export interface ClinicTime {
  /** `9:05` on the clinic's wall clock. */
  clock: (instant: Instant) => string;
  /** `Monday, November 23`. */
  longDay: (date: LocalDate) => string;
  /** `Mon, Nov 23, 2026`. */
  shortDay: (date: LocalDate) => string;
  /** `Mar 12, 1974`. */
  birthDay: (date: LocalDate) => string;
  /** The clock alone for a moment of today, with its day for any other. */
  clockOrDay: (instant: Instant, today: LocalDate) => string;
}

/** Days are formatted at noon UTC in UTC, so that no time zone can shift them. */
function noon(date: LocalDate): Date {
  return new Date(`${date}T12:00:00Z`);
}

export function clinicTime(timeZone: TimeZone, language: string): ClinicTime {
  const clockFormat = new Intl.DateTimeFormat(language, {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const utc = { timeZone: 'UTC' } as const;
  const long = new Intl.DateTimeFormat(language, { ...utc, weekday: 'long', month: 'long', day: 'numeric' });
  const short = new Intl.DateTimeFormat(language, {
    ...utc,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
  const birth = new Intl.DateTimeFormat(language, { ...utc, dateStyle: 'medium' });
  const clock = (instant: Instant) => clockFormat.format(new Date(instant)).replace(/^0(?=\d:)/, '');
  const shortDay = (date: LocalDate) => short.format(noon(date));
  return {
    clock,
    shortDay,
    birthDay: (date) => birth.format(noon(date)),
    longDay: (date) => long.format(noon(date)),
    clockOrDay: (instant, today) => {
      const date = localDateOf(instant, timeZone);
      return date === today ? clock(instant) : `${shortDay(date)}, ${clock(instant)}`;
    },
  };
}

/** Words for times, on the clinic's clock whatever this PC's. */
export function useClinicTime(): ClinicTime {
  const { timeZone } = useClinic();
  const { i18n } = useTranslation();
  return useMemo(() => clinicTime(timeZone, i18n.language), [timeZone, i18n.language]);
}
