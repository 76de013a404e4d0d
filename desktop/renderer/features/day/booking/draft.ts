import type { CommandInput } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { PatientId, ProviderId } from '#shared/ids.ts';
import { NewPatient, type Patient } from '#shared/people.ts';
import { longestMinutes, shortestMinutes } from '#shared/schedule.ts';
import {
  atWallMinutes,
  type Instant,
  type LocalDate,
  localDateOf,
  type TimeZone,
  toInstant,
  toMilliseconds,
} from '#shared/time.ts';
import { minute, timeLabel } from '../grid/axis.ts';
import type { Span } from '../grid/drag.ts';
import { parseClock } from './clockText.ts';
import { parseBirthDate } from './dayText.ts';
import { defaultLength } from './reasons.ts';

/** Nobody alive was born before; a year that is gets there by a slip of the keyboard. */
const earliestBirth = '1900-01-01';

/** A patient to be created with the booking, as typed. */
export interface PatientDraft {
  givenName: string;
  familyName: string;
  birthDate: string;
  phone: string;
}

/** A place in the day as it stands in a form: what was typed, right or wrong. */
export interface PlaceDraft {
  providerId: ProviderId | null;
  date: LocalDate;
  /** As typed, and the moment of the slot clicked: tells apart an hour that comes twice in autumn. */
  time: string;
  slot: Instant | null;
  /** Minutes; null while the field is empty. */
  length: number | null;
}

/** A booking as it stands in the form. */
export interface BookingDraft extends PlaceDraft {
  patient: Patient | null;
  newPatient: PatientDraft | null;
  reason: string;
  note: string;
}

/** A field, and what is wrong with it; the words are in the catalogue. */
export type DraftProblems = Partial<
  Record<
    'patient' | 'givenName' | 'familyName' | 'birthDate' | 'phone' | 'providerId' | 'time' | 'length',
    ProblemKey
  >
>;
export type ProblemKey =
  | 'choosePatient'
  | 'missing'
  | 'noBirthDate'
  | 'noDate'
  | 'bornTooEarly'
  | 'bornLater'
  | 'chooseProvider'
  | 'emptyTime'
  | 'noTime'
  | 'badLength'
  | 'notAccepted';

/** The moment the draft names, or null while its time cannot be read. */
export function draftStart(
  draft: Pick<PlaceDraft, 'date' | 'time' | 'slot'>,
  timeZone: TimeZone,
): Instant | null {
  const minutes = parseClock(draft.time);
  if (minutes === null) return null;
  const { slot } = draft;
  const slotStands =
    slot !== null &&
    localDateOf(slot, timeZone) === draft.date &&
    timeLabel(toMilliseconds(slot), timeZone) === draft.time.trim();
  return slotStands ? slot : atWallMinutes(draft.date, minutes, timeZone);
}

/** The place in the day the draft asks for; null until it names provider, time and length. */
export function draftSpan(draft: PlaceDraft, timeZone: TimeZone): Span | null {
  const at = draftStart(draft, timeZone);
  if (at === null || draft.providerId === null || !lengthStands(draft.length)) return null;
  const start = toMilliseconds(at);
  return { providerId: draft.providerId, start, end: start + draft.length * minute };
}

function lengthStands(length: number | null): length is number {
  return length !== null && length >= shortestMinutes && length <= longestMinutes;
}

export function draftProblems(draft: BookingDraft, timeZone: TimeZone, today: LocalDate): DraftProblems {
  const problems: DraftProblems = draft.newPatient ? patientProblems(draft.newPatient, today) : {};
  if (!draft.patient && !draft.newPatient) problems.patient = 'choosePatient';
  return { ...problems, ...placeProblems(draft, timeZone) };
}

export function placeProblems(draft: PlaceDraft, timeZone: TimeZone): DraftProblems {
  const problems: DraftProblems = {};
  if (draft.providerId === null) problems.providerId = 'chooseProvider';
  if (draftStart(draft, timeZone) === null) problems.time = draft.time.trim() === '' ? 'emptyTime' : 'noTime';
  if (!lengthStands(draft.length)) problems.length = 'badLength';
  return problems;
}

function patientProblems(patient: PatientDraft, today: LocalDate): DraftProblems {
  const problems: DraftProblems = {};
  if (!NewPatient.shape.givenName.safeParse(patient.givenName).success) problems.givenName = 'missing';
  if (!NewPatient.shape.familyName.safeParse(patient.familyName).success) problems.familyName = 'missing';
  const birthDate = birthDateProblem(patient.birthDate, today);
  if (birthDate) problems.birthDate = birthDate;
  return problems;
}

/** What is wrong with a birth date as typed; null when nothing is. */
export function birthDateProblem(typed: string, today: LocalDate): ProblemKey | null {
  if (typed.trim() === '') return 'noBirthDate';
  const born = parseBirthDate(typed);
  if (born === null) return 'noDate';
  if (born < earliestBirth) return 'bornTooEarly';
  return born > today ? 'bornLater' : null;
}

/** The fields of a new patient that the server names in a refusal. */
export function refusedFields(error: ErrorBody): DraftProblems {
  const problems: DraftProblems = {};
  if (error.kind !== 'invalid') return problems;
  for (const field of ['givenName', 'familyName', 'birthDate', 'phone'] as const)
    if (error.problems.some(({ where }) => where.split('.').includes(field))) problems[field] = 'notAccepted';
  return problems;
}

/** The command of a draft without problems; null when something is missing all the same. */
export function bookingBody(
  draft: BookingDraft,
  timeZone: TimeZone,
  patientId: PatientId,
  overbookReason: string | null,
): CommandInput<'appointment.book'> | null {
  const span = draftSpan(draft, timeZone);
  if (!span) return null;
  return {
    patientId,
    providerId: span.providerId,
    scheduledStart: toInstant(span.start),
    scheduledEnd: toInstant(span.end),
    reason: draft.reason.trim(),
    note: draft.note.trim(),
    overbookReason,
  };
}

/** A draft at a place of the grid: a new one, or the one under way taken there. */
export function placedDraft(
  before: BookingDraft | null,
  place: { date: LocalDate; providerId: ProviderId | null; at: number | null },
  timeZone: TimeZone,
): BookingDraft {
  const blank: BookingDraft = {
    patient: null,
    newPatient: null,
    providerId: null,
    date: place.date,
    time: '',
    slot: null,
    length: defaultLength,
    reason: '',
    note: '',
  };
  const { date, providerId, at } = place;
  const time = at === null ? '' : timeLabel(at, timeZone);
  return { ...(before ?? blank), date, providerId, time, slot: at === null ? null : toInstant(at) };
}
