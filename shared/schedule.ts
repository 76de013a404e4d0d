import { z } from 'zod';
import { AppointmentId, PatientId, ProviderId, UserId } from './ids.ts';
import { Instant, toMilliseconds } from './time.ts';
import { typedText } from './typed-text.ts';

export const AppointmentStatus = z.enum([
  'booked',
  'confirmed',
  'checkedIn',
  'roomed',
  'withProvider',
  'checkedOut',
  'cancelled',
  'noShow',
]);
export type AppointmentStatus = z.infer<typeof AppointmentStatus>;

const text = typedText(200);
const reasonGiven = text.min(1, 'must say why');

export const Appointment = z.object({
  id: AppointmentId,
  /** Grows by one with each change; named by L5. */
  version: z.int().positive(),
  patientId: PatientId,
  providerId: ProviderId,
  scheduledStart: Instant,
  scheduledEnd: Instant,
  status: AppointmentStatus,
  /** When the current status began. */
  statusSince: Instant,
  /** What the visit is for. */
  reason: z.string(),
  note: z.string(),
  room: z.string().nullable(),
  overbookReason: z.string().nullable(),
  cancelReason: z.string().nullable(),
  createdAt: Instant,
  createdBy: UserId,
  updatedAt: Instant,
  updatedBy: UserId,
});
export type Appointment = z.infer<typeof Appointment>;

export const shortestMinutes = 5;
export const longestMinutes = 12 * 60;

function checkLength(value: { scheduledStart: Instant; scheduledEnd: Instant }, ctx: z.RefinementCtx): void {
  const minutes = (toMilliseconds(value.scheduledEnd) - toMilliseconds(value.scheduledStart)) / 60_000;
  // A time that could not be read has a finding of its own.
  if (Number.isNaN(minutes)) return;
  if (minutes >= shortestMinutes && minutes <= longestMinutes) return;
  const message =
    minutes <= 0
      ? 'must be after scheduledStart'
      : `must be ${shortestMinutes} minutes to ${longestMinutes / 60} hours after scheduledStart`;
  ctx.addIssue({ code: 'custom', path: ['scheduledEnd'], message });
}

export const BookAppointment = z
  .strictObject({
    patientId: PatientId,
    providerId: ProviderId,
    scheduledStart: Instant,
    scheduledEnd: Instant,
    reason: text.default(''),
    note: text.default(''),
    /** Given when the time is taken and the booking is meant all the same. */
    overbookReason: reasonGiven.nullable().default(null),
  })
  .superRefine(checkLength);
export type BookAppointment = z.infer<typeof BookAppointment>;

/** Move to another time, length or provider. */
export const MoveAppointment = z
  .strictObject({
    providerId: ProviderId,
    scheduledStart: Instant,
    scheduledEnd: Instant,
    overbookReason: reasonGiven.nullable().default(null),
  })
  .superRefine(checkLength);
export type MoveAppointment = z.infer<typeof MoveAppointment>;

/** Change what the visit is about, not when. */
export const ChangeAppointment = z.strictObject({ reason: text, note: text });
export type ChangeAppointment = z.infer<typeof ChangeAppointment>;

export const RoomAppointment = z.strictObject({
  room: z.string().trim().min(1, 'must name the room').max(40),
});
export type RoomAppointment = z.infer<typeof RoomAppointment>;

export const CancelAppointment = z.strictObject({ cancelReason: reasonGiven });
export type CancelAppointment = z.infer<typeof CancelAppointment>;

export const NoBody = z.strictObject({});
export type NoBody = z.infer<typeof NoBody>;

export const VisitStep = z.enum([
  'confirm',
  'checkIn',
  'room',
  'start',
  'checkOut',
  'cancel',
  'markNoShow',
  'reopen',
  'stepBack',
]);
export type VisitStep = z.infer<typeof VisitStep>;

type Steps = Record<VisitStep, Partial<Record<AppointmentStatus, AppointmentStatus>>>;

/**
 * The one table of allowed transitions: step → (status before → status after). The server enforces it, the
 * screens offer only what it allows. A late arrival may still be checked in after a no-show; `stepBack` undoes
 * a wrong click.
 */
export const visitSteps: Steps = {
  confirm: { booked: 'confirmed' },
  checkIn: { booked: 'checkedIn', confirmed: 'checkedIn', noShow: 'checkedIn' },
  room: { checkedIn: 'roomed', roomed: 'roomed' },
  start: { checkedIn: 'withProvider', roomed: 'withProvider' },
  checkOut: { roomed: 'checkedOut', withProvider: 'checkedOut' },
  cancel: { booked: 'cancelled', confirmed: 'cancelled', checkedIn: 'cancelled' },
  markNoShow: { booked: 'noShow', confirmed: 'noShow' },
  reopen: { cancelled: 'booked', noShow: 'booked' },
  stepBack: {
    confirmed: 'booked',
    checkedIn: 'confirmed',
    roomed: 'checkedIn',
    withProvider: 'roomed',
    checkedOut: 'withProvider',
  },
};

/** The status after `step`, or null when the table does not allow it from here. */
export function statusAfter(status: AppointmentStatus, step: VisitStep): AppointmentStatus | null {
  return visitSteps[step][status] ?? null;
}

/** Statuses in which an appointment may still be moved in time or to another provider. */
export const movableStatuses: ReadonlySet<AppointmentStatus> = new Set(['booked', 'confirmed', 'checkedIn']);

/** Statuses that take up the provider's time. */
export function holdsSlot(status: AppointmentStatus): boolean {
  return status !== 'cancelled' && status !== 'noShow';
}
