import { type Appointment, holdsSlot, longestMinutes } from '#shared/schedule.ts';
import { type Instant, toInstant, toMilliseconds } from '#shared/time.ts';
import { slotTaken } from './refusals.ts';

export interface Span {
  readonly scheduledStart: Instant;
  readonly scheduledEnd: Instant;
}

/** Whether two spans share a moment. Ends are not part of a span: back to back is no overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.scheduledStart < b.scheduledEnd && b.scheduledStart < a.scheduledEnd;
}

/** Those of `others` that take the time `wanted` asks for. */
export function conflictsOf(wanted: Appointment, others: readonly Appointment[]): Appointment[] {
  return others.filter(
    (other) =>
      other.id !== wanted.id &&
      other.providerId === wanted.providerId &&
      holdsSlot(other.status) &&
      overlaps(other, wanted),
  );
}

/** No appointment that began before this can still touch `span`. */
export function earliestStart(span: Span): Instant {
  return toInstant(toMilliseconds(span.scheduledStart) - longestMinutes * 60_000);
}

/** Whether the change from `before` takes provider time that was not held; a visit made shorter takes none. */
export function takesTime(before: Appointment | null, after: Appointment): boolean {
  if (!holdsSlot(after.status)) return false;
  if (before === null || !holdsSlot(before.status) || before.providerId !== after.providerId) return true;
  return after.scheduledStart < before.scheduledStart || after.scheduledEnd > before.scheduledEnd;
}

/**
 * The appointment as it takes its time: on free time no overbooking is noted, on taken time the reason given is.
 * @param overbookReason null when none was given or the role may not overbook
 * @throws `slotTaken` with the conflicting appointments
 */
export function takeSlot(
  wanted: Appointment,
  others: readonly Appointment[],
  overbookReason: string | null,
): Appointment {
  const conflicts = conflictsOf(wanted, others);
  if (conflicts.length > 0 && overbookReason === null) throw slotTaken(conflicts);
  return { ...wanted, overbookReason: conflicts.length > 0 ? overbookReason : null };
}
