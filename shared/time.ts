import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * A moment, written in UTC with milliseconds (`2026-01-20T10:00:00.000Z`), so that text order is time order.
 * Any offset is accepted on the way in and normalised. A year beyond four digits, which an offset can lead to, is
 * written with a sign: out of order, and not readable as an Instant again.
 */
export const Instant = z.iso
  .datetime({ offset: true, error: 'must be a date and time with its offset, such as 2026-01-20T10:00:00Z' })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^\d/.test(text), 'must be in the years 0 to 9999 in UTC')
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A day in the clinic's calendar (`2026-01-20`); which moments it spans depends on the clinic's time zone. */
export const LocalDate = z.iso.date({ error: 'must be a day, such as 2026-01-20' }).brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** IANA name, such as `America/Chicago`. */
export const TimeZone = z
  .string()
  .refine((name) => isTimeZone(name), 'must be a time zone name such as America/Chicago')
  .brand<'TimeZone'>();
export type TimeZone = z.infer<typeof TimeZone>;

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

export function toMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

/** The clinic day a moment falls on. */
export function localDateOf(instant: Instant, timeZone: TimeZone): LocalDate {
  return zoned(instant, timeZone).toPlainDate().toString() as LocalDate;
}

/** First moment of the day and first moment of the next: 23, 24 or 25 hours apart. */
export function dayBounds(date: LocalDate, timeZone: TimeZone): { start: Instant; end: Instant } {
  const day = Temporal.PlainDate.from(date);
  const startOf = (plain: Temporal.PlainDate) =>
    toInstant(plain.toZonedDateTime({ timeZone }).epochMilliseconds);
  return { start: startOf(day), end: startOf(day.add({ days: 1 })) };
}

/** Minutes on the clinic's wall clock since midnight, 0 to 1439. */
export function wallMinutes(instant: Instant, timeZone: TimeZone): number {
  const local = zoned(instant, timeZone);
  return local.hour * 60 + local.minute;
}

/**
 * The moment the clinic's wall clock shows `minutes` past midnight on `date`. A time skipped in spring is read
 * as the same distance after the gap, a time repeated in autumn as its first occurrence.
 */
export function atWallMinutes(date: LocalDate, minutes: number, timeZone: TimeZone): Instant {
  const local = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  return toInstant(local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

function zoned(instant: Instant, timeZone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

/** Where the time comes from: `Date.now` in the product, a hand-moved one in tests. Milliseconds since 1970. */
export type Clock = () => number;

/** Runs something again and again until the returned function is called; moved by hand in tests. */
export type Every = (milliseconds: number, run: () => void) => () => void;
