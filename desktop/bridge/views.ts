import { z } from 'zod';
import { Command } from '#shared/commands.ts';
import { ErrorBody } from '#shared/errors.ts';
import { IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import { Clinic, Member, Patient, Provider } from '#shared/people.ts';
import { Appointment } from '#shared/schedule.ts';
import { Instant, LocalDate } from '#shared/time.ts';

/** Whether this PC can keep secrets (W2). Without it nothing is written to disk, and the person is told. */
export const Keeping = z.object({ onDisk: z.boolean(), why: z.string().nullable() });
export type Keeping = z.infer<typeof Keeping>;

/** `signedOut.error` says why the last session ended or could not be opened, null on a plain start or sign-out. */
export const SessionState = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting') }),
  z.object({
    phase: z.literal('signedOut'),
    address: z.string().nullable(),
    username: z.string().nullable(),
    error: ErrorBody.nullable(),
    keeping: Keeping,
  }),
  z.object({
    phase: z.literal('signedIn'),
    address: z.string(),
    member: Member,
    clinic: Clinic,
    /** This PC's own name in `actor.workstation`: tells a change made here from the same person's elsewhere. */
    workstation: WorkstationId,
    keeping: Keeping,
  }),
]);
export type SessionState = z.infer<typeof SessionState>;

/**
 * green: live. yellow: trying, next at `nextTryAt` (null while a try is under way). red: trying makes no sense or
 * keeps failing for the reason in `error`. `asOf`: when the cached day was last known whole.
 */
export const ConnectionState = z.object({
  phase: z.enum(['connected', 'reconnecting', 'error']),
  asOf: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  error: ErrorBody.nullable(),
  /** Commands whose outcome is not known yet. */
  waiting: z.int().nonnegative(),
});
export type ConnectionState = z.infer<typeof ConnectionState>;

/** A command on its way to the server, kept until its outcome is known. */
const WaitingCommand = z.object({ key: IdempotencyKey, command: Command, at: Instant });

/** A command that was accepted for sending and later refused by the server: kept until a person has seen it. */
export const RefusedCommand = WaitingCommand.extend({ error: ErrorBody });
export type RefusedCommand = z.infer<typeof RefusedCommand>;

export const Visit = z.object({ appointment: Appointment, patient: Patient });
export type Visit = z.infer<typeof Visit>;

/** `kept`: the cache holds this day whole; false for days older than what a workstation keeps. */
export const DayView = z.object({
  date: LocalDate,
  kept: z.boolean(),
  asOf: Instant.nullable(),
  providers: z.array(Provider),
  visits: z.array(Visit),
  waiting: z.array(WaitingCommand),
});
export type DayView = z.infer<typeof DayView>;

export const SearchResult = z.object({ patients: z.array(Patient), visits: z.array(Visit) });
export type SearchResult = z.infer<typeof SearchResult>;

export const PatientView = z.object({ patient: Patient, visits: z.array(Visit) });
export type PatientView = z.infer<typeof PatientView>;
