import type { Database, Statement } from 'better-sqlite3';
import type { Snapshot } from '#shared/http.ts';
import type { Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { Instant } from '#shared/time.ts';
import { patientSort, patientWords, wordsOf } from './words.ts';

/** Puts whole entities in their tables. Its caller owns the transaction. */
export class Entities {
  readonly #db: Database;
  readonly #putPatient: Statement<[string, string, string, string], { no: number }>;
  readonly #forgetWords: Statement<[number]>;
  readonly #putWords: Statement<[number, string]>;
  readonly #patientNo: Statement<[string], number>;
  readonly #putAppointment: Statement<[string, string, string, string, string, string, string]>;
  readonly #dropAppointment: Statement<[string]>;

  constructor(db: Database) {
    this.#db = db;
    this.#putPatient = db.prepare(
      `INSERT INTO patients (id, sort, words, body) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, words = excluded.words, body = excluded.body
       RETURNING no`,
    );
    this.#patientNo = db.prepare<[string], number>('SELECT no FROM patients WHERE id = ?').pluck();
    this.#forgetWords = db.prepare('DELETE FROM patient_words WHERE rowid = ?');
    this.#putWords = db.prepare('INSERT INTO patient_words (rowid, words) VALUES (?, ?)');
    this.#putAppointment = db.prepare(
      `INSERT INTO appointments (id, patient_id, provider_id, starts, ends, words, body)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET patient_id = excluded.patient_id, provider_id = excluded.provider_id,
         starts = excluded.starts, ends = excluded.ends, words = excluded.words, body = excluded.body`,
    );
    this.#dropAppointment = db.prepare('DELETE FROM appointments WHERE id = ?');
  }

  /** Everything anew. */
  replaceAll(snapshot: Snapshot, opens: Instant): void {
    this.#db.exec(
      `DELETE FROM appointments; DELETE FROM patients; DELETE FROM providers; DELETE FROM members;
       INSERT INTO patient_words (patient_words) VALUES ('delete-all');`,
    );
    const member = this.#db.prepare('INSERT INTO members (id, body) VALUES (?, ?)');
    for (const one of snapshot.members) member.run(one.id, JSON.stringify(one));
    const provider = this.#db.prepare('INSERT INTO providers (id, position, body) VALUES (?, ?, ?)');
    for (const one of snapshot.providers) provider.run(one.id, one.position, JSON.stringify(one));
    const patient = this.#db.prepare('INSERT INTO patients (id, sort, words, body) VALUES (?, ?, ?, ?)');
    for (const one of snapshot.patients)
      patient.run(one.id, patientSort(one), patientWords(one), JSON.stringify(one));
    this.#db.exec('INSERT INTO patient_words (rowid, words) SELECT no, words FROM patients');
    for (const one of snapshot.appointments) this.putAppointment(one, opens);
  }

  putPatient(patient: Patient): void {
    const words = patientWords(patient);
    const before = this.#patientNo.get(patient.id);
    if (before !== undefined) this.#forgetWords.run(before);
    const row = this.#putPatient.get(patient.id, patientSort(patient), words, JSON.stringify(patient));
    if (row) this.#putWords.run(row.no, words);
  }

  /** One that begins before the window `opens` is not kept: moved into the past, it leaves. */
  putAppointment(appointment: Appointment, opens: Instant): void {
    if (appointment.scheduledStart < opens) {
      this.#dropAppointment.run(appointment.id);
      return;
    }
    this.#putAppointment.run(
      appointment.id,
      appointment.patientId,
      appointment.providerId,
      appointment.scheduledStart,
      appointment.scheduledEnd,
      wordsOf(appointment.reason).join(' '),
      JSON.stringify(appointment),
    );
  }

  dropBefore(opens: Instant): void {
    this.#db.prepare('DELETE FROM appointments WHERE starts < ?').run(opens);
  }
}
