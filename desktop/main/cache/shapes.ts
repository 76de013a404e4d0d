import type { Command } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import type { Clinic, Member, Patient, Provider } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { Instant, LocalDate } from '#shared/time.ts';

/**
 * What the cache can apply: a line of the log with the whole entity after the change (L3). Every `ClinicEvent` is
 * one; so is an event of a type this workstation does not know, as far as it carries an entity it does know.
 */
export interface Change {
  readonly seq: number;
  readonly at: Instant;
  readonly data: { readonly appointment?: Appointment; readonly patient?: Patient };
}

/** Where the cache stands in the server's log; all null before the first snapshot. `asOf`: last known whole. */
export interface Position {
  readonly epoch: string | null;
  readonly cursor: number | null;
  readonly asOf: Instant | null;
}

export interface CachedVisit {
  appointment: Appointment;
  patient: Patient;
}

/** `kept`: the cache holds this day whole; false for days before those it keeps, and before the first snapshot. */
export interface CachedDay {
  date: LocalDate;
  kept: boolean;
  asOf: Instant | null;
  providers: Provider[];
  visits: CachedVisit[];
  waiting: OutboxEntry[];
}

export interface Found {
  patients: Patient[];
  visits: CachedVisit[];
}

/** A command whose outcome is not known yet. */
export interface OutboxEntry {
  key: IdempotencyKey;
  command: Command;
  at: Instant;
}

/** A command that was kept for sending and refused later; stays until a person has seen it. */
export interface Refusal extends OutboxEntry {
  error: ErrorBody;
}

/** Every replicated thing the cache holds, in one order (by id): equal contents are equal objects (F6). */
export interface CacheContents {
  epoch: string | null;
  seq: number | null;
  from: LocalDate | null;
  clinic: Clinic | null;
  members: Member[];
  providers: Provider[];
  patients: Patient[];
  appointments: Appointment[];
}
