import type { Database } from 'better-sqlite3';
import { RoomlightError } from '#shared/errors.ts';
import type { Snapshot } from '#shared/http.ts';
import type { PatientId } from '#shared/ids.ts';
import type { Clinic, Member, Provider } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import { dayBounds, type Instant, type LocalDate, localDateOf } from '#shared/time.ts';
import { byId } from './contents.ts';
import { Entities } from './entities.ts';
import { guard } from './faults.ts';
import { Outbox } from './outbox.ts';
import { Reads } from './reads.ts';
import type { CacheContents, CachedDay, CachedVisit, Change, Found, Position } from './shapes.ts';
import { isAhead, movedTo, readWindow, type Window, windowOf, writeWindow } from './window.ts';

/**
 * The last known day of one user on one server, and what this workstation still has to send. Open it with
 * `openCache`. All is synchronous; anything may throw `cacheUnusable` when the disk fails.
 */
export class Cache {
  readonly outbox: Outbox;
  readonly #db: Database;
  readonly #entities: Entities;
  readonly #reads: Reads;
  #window: Window | null;

  constructor(db: Database) {
    this.#db = db;
    this.outbox = new Outbox(db, guard);
    this.#entities = new Entities(db);
    this.#reads = new Reads(db);
    this.#window = readWindow(db);
  }

  position(): Position {
    const window = this.#window;
    return { epoch: window?.epoch ?? null, cursor: window?.cursor ?? null, asOf: window?.asOf ?? null };
  }

  /** Puts the snapshot in the place of all that was, and the cursor at its `seq` (W1). The outbox stays. */
  applySnapshot(snapshot: Snapshot): void {
    const window = windowOf(snapshot);
    this.#commit(window, () => this.#entities.replaceAll(snapshot, window.opens));
  }

  /**
   * Applies a batch and moves the cursor, in one transaction (W1). Changes at or below the cursor are passed over
   * (L3). Gaps in `seq` are lawful: what lies between is not for this user (F2).
   * @returns the changes that were new
   * @throws RoomlightError `internal` for a batch that is out of order, comes before any snapshot, speaks of a patient
   * nobody told of, or is days older than what came before: nothing of it is applied, and only a snapshot helps
   */
  applyEvents<C extends Change>(batch: readonly C[]): C[] {
    const before = this.#window;
    if (!before) throw broken('events came before the first snapshot');
    let previous = 0;
    for (const { seq } of batch) {
      if (seq <= previous) throw broken('events came out of order');
      previous = seq;
    }
    const fresh = batch.filter((change) => change.seq > before.cursor);
    const last = fresh.at(-1);
    if (!last) return [];
    if (isAhead(before, last.at)) throw broken('its clock went back by days');
    const asOf = last.at > before.asOf ? last.at : before.asOf;
    const after = movedTo({ ...before, cursor: last.seq, asOf }, last.at);
    this.#commit(after, () => this.#put(fresh, before, after));
    return fresh;
  }

  /**
   * The cache was whole at `at`: the server was heard, and had nothing more to tell. `at` is this PC's time, which may
   * be wrong, so unlike the server's it decides nothing about which days are kept; and a clock that is set right may say
   * an earlier time than before, which then holds.
   */
  confirm(at: Instant): void {
    const before = this.#window;
    if (!before || at === before.asOf) return;
    this.#commit({ ...before, asOf: at }, () => {});
  }

  clinic(): Clinic | null {
    return this.#window?.clinic ?? null;
  }

  members(): Member[] {
    return guard(() => this.#reads.members());
  }

  /** In the order of the day's columns. */
  providers(): Provider[] {
    return guard(() => this.#reads.providers());
  }

  day(date: LocalDate): CachedDay {
    const window = this.#window;
    const kept = window !== null && date >= window.from;
    return guard(() => {
      const bounds = kept ? dayBounds(date, window.clinic.timeZone) : null;
      const visits = bounds ? this.#reads.visitsBetween(bounds.start, bounds.end) : [];
      const waiting = this.outbox.list();
      return { date, kept, asOf: window?.asOf ?? null, providers: this.#reads.providers(), visits, waiting };
    });
  }

  /** Appointments from elsewhere with the patients known here; one whose patient is not known is left out. */
  withPatients(appointments: readonly Appointment[]): CachedVisit[] {
    return guard(() =>
      appointments.flatMap((appointment) => {
        const patient = this.#reads.patient(appointment.patientId);
        return patient ? [{ appointment, patient }] : [];
      }),
    );
  }

  /** At most 20 patients and 20 visits; see `Reads.search` for what is found and in which order. */
  search(text: string, now: Instant): Found {
    const window = this.#window;
    if (!window) return { patients: [], visits: [] };
    const { timeZone } = window.clinic;
    return guard(() => this.#reads.search(text, dayBounds(localDateOf(now, timeZone), timeZone).start));
  }

  /** A patient and the visits kept here, latest first; null when there is no such patient. */
  patient(id: PatientId): { patient: CachedVisit['patient']; visits: CachedVisit[] } | null {
    return guard(() => {
      const patient = this.#reads.patient(id);
      return patient && { patient, visits: this.#reads.visitsOf(id) };
    });
  }

  contents(): CacheContents {
    const window = this.#window;
    return guard(() => ({
      epoch: window?.epoch ?? null,
      seq: window?.cursor ?? null,
      from: window?.from ?? null,
      clinic: window?.clinic ?? null,
      members: this.#reads.members(),
      providers: byId(this.#reads.providers()),
      patients: this.#reads.patients(),
      appointments: this.#reads.appointments(),
    }));
  }

  close(): void {
    this.#db.close();
  }

  #put(changes: readonly Change[], before: Window, after: Window): void {
    for (const { data } of changes) {
      if (data.patient) this.#entities.putPatient(data.patient);
      if (data.appointment) this.#entities.putAppointment(data.appointment, after.opens);
    }
    if (after.opens !== before.opens) this.#entities.dropBefore(after.opens);
  }

  // The one place that moves the cursor. `#window` follows only after the commit, so a failure leaves both as they were.
  #commit(window: Window, work: () => void): void {
    try {
      guard(() =>
        this.#db.transaction(() => {
          work();
          writeWindow(this.#db, window);
        })(),
      );
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
        throw broken('an appointment came without its patient', error);
      throw error;
    }
    this.#window = window;
  }
}

function broken(what: string, cause?: unknown): RoomlightError {
  const message = `The clinic server sent something that does not fit: ${what}. Roomlight fetches the day anew.`;
  return new RoomlightError({ kind: 'internal', message }, { cause });
}
