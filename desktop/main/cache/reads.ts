import type { Database, Statement } from 'better-sqlite3';
import type { Member, Patient, Provider } from '#shared/people.ts';
import { type Appointment, longestMinutes } from '#shared/schedule.ts';
import { type Instant, toInstant, toMilliseconds } from '#shared/time.ts';
import type { CachedVisit, Found } from './shapes.ts';
import { wordsOf } from './words.ts';

interface VisitRow {
  appointment: string;
  patient: string;
}

const visits = `SELECT a.body AS appointment, p.body AS patient
                FROM appointments a JOIN patients p ON p.id = a.patient_id`;

const mostPatients = 20;
const mostVisits = 20;

/** Questions to the tables, each prepared when first asked. */
export class Reads {
  readonly #db: Database;
  readonly #prepared = new Map<string, Statement<unknown[]>>();

  constructor(db: Database) {
    this.#db = db;
  }

  members(): Member[] {
    return this.#bodies<Member>('SELECT body FROM members ORDER BY id');
  }

  /** In the order of the day's columns. */
  providers(): Provider[] {
    return this.#bodies<Provider>('SELECT body FROM providers ORDER BY position, id');
  }

  patients(): Patient[] {
    return this.#bodies<Patient>('SELECT body FROM patients ORDER BY id');
  }

  appointments(): Appointment[] {
    return this.#bodies<Appointment>('SELECT body FROM appointments ORDER BY id');
  }

  patient(id: string): Patient | null {
    return this.#bodies<Patient>('SELECT body FROM patients WHERE id = ?', id)[0] ?? null;
  }

  /** All that touches the time from `start` to before `end`, by start. */
  visitsBetween(start: Instant, end: Instant): CachedVisit[] {
    // The index is by start; no visit is longer than the longest, so none that began earlier still runs.
    const earliest = toInstant(toMilliseconds(start) - longestMinutes * 60_000);
    return this.#visits(
      `${visits} WHERE a.starts >= ? AND a.starts < ? AND a.ends > ? ORDER BY a.starts, a.id`,
      earliest,
      end,
      start,
    );
  }

  /** Latest first. */
  visitsOf(patientId: string): CachedVisit[] {
    return this.#visits(`${visits} WHERE a.patient_id = ? ORDER BY a.starts DESC, a.id`, patientId);
  }

  /**
   * Patients and visits in which every word of `text` begins a word of theirs: of a visit's patient, reason or
   * provider. Visits from `today` on come first, the nearest at the top, then earlier ones, the latest at the top.
   */
  search(text: string, today: Instant): Found {
    const words = wordsOf(text);
    if (words.length === 0) return { patients: [], visits: [] };
    const patients = this.#bodies<Patient>(
      `SELECT p.body FROM patient_words w JOIN patients p ON p.no = w.rowid
       WHERE patient_words MATCH ? ORDER BY p.sort, p.id LIMIT ${mostPatients}`,
      words.map((word) => `"${word}"*`).join(' '),
    );
    return { patients, visits: this.#searchVisits(words, today) };
  }

  #searchVisits(words: readonly string[], today: Instant): CachedVisit[] {
    const names = new Map(this.providers().map((one) => [one.id, wordsOf(one.displayName).join(' ')]));
    const sought = words.map(
      () => `AND (' ' || p.words || ' ' || a.words || ' ' || coalesce(n.value, '')) LIKE ?`,
    );
    return this.#visits(
      `${visits} LEFT JOIN json_each(?) n ON n.key = a.provider_id WHERE true ${sought.join(' ')}
       ORDER BY a.starts < ?, CASE WHEN a.starts < ? THEN NULL ELSE a.starts END, a.starts DESC, a.id
       LIMIT ${mostVisits}`,
      JSON.stringify(Object.fromEntries(names)),
      ...words.map((word) => `% ${word}%`),
      today,
      today,
    );
  }

  #visits(sql: string, ...values: unknown[]): CachedVisit[] {
    return this.#all<VisitRow>(sql, values).map((row) => ({
      appointment: JSON.parse(row.appointment) as Appointment,
      patient: JSON.parse(row.patient) as Patient,
    }));
  }

  #bodies<T>(sql: string, ...values: unknown[]): T[] {
    return this.#all<{ body: string }>(sql, values).map((row) => JSON.parse(row.body) as T);
  }

  #all<R>(sql: string, values: unknown[]): R[] {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare<unknown[]>(sql);
      this.#prepared.set(sql, statement);
    }
    return statement.all(...values) as R[];
  }
}
