import { z } from 'zod';
import { AppointmentAnswer, Command, PatientAnswer } from '#shared/commands.ts';
import { ErrorBody } from '#shared/errors.ts';
import { ClinicEvent } from '#shared/events.ts';
import { ClinicFound } from '#shared/http.ts';
import { AppointmentId, IdempotencyKey, PatientId } from '#shared/ids.ts';
import { Member } from '#shared/people.ts';
import { LocalDate } from '#shared/time.ts';
import {
  ConnectionState,
  DayView,
  PatientView,
  RefusedCommand,
  SearchResult,
  SessionState,
} from './views.ts';

const nothing = z.undefined();
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** As typed by a person: `clinic.example`, `10.0.0.5:4000`, `https://host/tenant`. */
const Address = z.string().trim().min(1).max(200);

const Submitted = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), answer: z.union([AppointmentAnswer, PatientAnswer]) }),
  /** The server could not be reached in time; the command is kept and its outcome follows as `commandSettled`. */
  z.object({ state: z.literal('waiting') }),
]);
export type Submitted = z.infer<typeof Submitted>;

/** What a window may ask of the main process. Every input and output is checked against its schema. */
export const calls = {
  'session.read': call(nothing, SessionState),
  'session.signIn': call(
    z.strictObject({ address: Address, username: z.string().max(80), password: z.string().max(256) }),
    SessionState,
  ),
  'session.signOut': call(nothing, SessionState),
  'clinic.find': call(z.strictObject({ address: Address }), ClinicFound),
  'connection.read': call(nothing, ConnectionState),
  'connection.retry': call(nothing, ConnectionState),
  'members.read': call(nothing, z.array(Member)),
  'day.read': call(z.strictObject({ date: LocalDate }), DayView),
  'search.run': call(z.strictObject({ text: z.string().max(80) }), SearchResult),
  'patient.read': call(z.strictObject({ id: PatientId }), PatientView),
  'appointment.history': call(z.strictObject({ id: AppointmentId }), z.array(ClinicEvent)),
  'command.submit': call(z.strictObject({ key: IdempotencyKey, command: Command }), Submitted),
  'refusals.read': call(nothing, z.array(RefusedCommand)),
  'refusals.dismiss': call(z.strictObject({ key: IdempotencyKey }), z.array(RefusedCommand)),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;

/** Every call answers so; an error never crosses as an exception, which would lose its kind. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorBody };

/** What the main process tells every window, unasked. */
export const pushes = {
  sessionChanged: SessionState,
  connectionChanged: ConnectionState,
  /** Applied to the cache just now. `live` is false for what was missed while away. */
  eventsApplied: z.object({ events: z.array(ClinicEvent), live: z.boolean() }),
  /** A snapshot replaced the cache: all that was read before is to be read again. */
  cacheReplaced: z.null(),
  /** The outcome of a command whose submit had answered `waiting`, or that was kept from an earlier run. */
  commandSettled: z.object({ key: IdempotencyKey, command: Command, error: ErrorBody.nullable() }),
  /** The list of waiting commands changed. */
  waitingChanged: z.object({ waiting: z.int() }),
} as const;

export type PushName = keyof typeof pushes;
export type Push<N extends PushName> = z.output<(typeof pushes)[N]>;

/** Exposed to the page as `window.roomlight` by the preload script; nothing else is. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Returns the function that stops listening. */
  on<N extends PushName>(name: N, listener: (payload: Push<N>) => void): () => void;
}
