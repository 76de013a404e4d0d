import type { Database } from 'better-sqlite3';
import type { Snapshot } from '#shared/http.ts';
import type { Clinic } from '#shared/people.ts';
import {
  addDays,
  dayBounds,
  type Instant,
  type LocalDate,
  localDateOf,
  toMilliseconds,
} from '#shared/time.ts';

interface Row {
  epoch: string;
  cursor: number;
  as_of: string;
  from_day: string;
  kept_days: number;
  clinic: string;
}

/** What the cache holds: which log, up to where, from which day on. */
export interface Window {
  readonly epoch: string;
  readonly cursor: number;
  readonly asOf: Instant;
  readonly from: LocalDate;
  /** How many days before today `from` lies: the server's choice, kept as days go by. */
  readonly keptDays: number;
  readonly clinic: Clinic;
  /** First moment of `from`: what begins before it is not kept. */
  readonly opens: Instant;
  /** From this moment on, `from` lies a day too far back. */
  readonly stale: Instant;
}

type Kept = Omit<Window, 'opens' | 'stale'>;

export function windowOf(snapshot: Snapshot): Window {
  const { epoch, seq, at, from, clinic } = snapshot;
  const today = localDateOf(at, clinic.timeZone);
  const keptDays = Math.max(0, Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000));
  return withBounds({ epoch, cursor: seq, asOf: at, from, keptDays, clinic });
}

/** The window moved so that it lies right for `now`; the same one when it does. It never moves back. */
export function movedTo(window: Window, now: Instant): Window {
  if (now < window.stale) return window;
  const from = addDays(localDateOf(now, window.clinic.timeZone), -window.keptDays);
  return withBounds({ ...window, from });
}

/**
 * Whether the window was moved by a clock of the server that has been put back since: then it lies days ahead of `now`,
 * and days it dropped are needed again. A little is lawful: midnight, and clocks that are set right.
 */
export function isAhead(window: Window, now: Instant): boolean {
  return toMilliseconds(window.stale) - toMilliseconds(now) > 3 * 86_400_000;
}

function withBounds(kept: Kept): Window {
  const { timeZone } = kept.clinic;
  const today = addDays(kept.from, kept.keptDays);
  return { ...kept, opens: dayBounds(kept.from, timeZone).start, stale: dayBounds(today, timeZone).end };
}

export function readWindow(db: Database): Window | null {
  const row = db.prepare<[], Row>('SELECT * FROM meta').get();
  if (!row) return null;
  return withBounds({
    epoch: row.epoch,
    cursor: row.cursor,
    asOf: row.as_of as Instant,
    from: row.from_day as LocalDate,
    keptDays: row.kept_days,
    clinic: JSON.parse(row.clinic) as Clinic,
  });
}

export function writeWindow(db: Database, window: Window): void {
  db.prepare(
    `INSERT OR REPLACE INTO meta (one, epoch, cursor, as_of, from_day, kept_days, clinic)
     VALUES (1, ?, ?, ?, ?, ?, ?)`,
  ).run(
    window.epoch,
    window.cursor,
    window.asOf,
    window.from,
    window.keptDays,
    JSON.stringify(window.clinic),
  );
}
