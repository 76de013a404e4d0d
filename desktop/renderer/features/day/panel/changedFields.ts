import type { Appointment } from '#shared/schedule.ts';
import { localDateOf, type TimeZone } from '#shared/time.ts';

export type ChangedField = 'day' | 'time' | 'provider' | 'status' | 'room' | 'reason' | 'note';

/** What a person would notice of the way from one version of an appointment to another. */
export function changedFields(before: Appointment, after: Appointment, timeZone: TimeZone): ChangedField[] {
  const day = (a: Appointment) => localDateOf(a.scheduledStart, timeZone);
  const differs: Record<ChangedField, boolean> = {
    day: day(before) !== day(after),
    time: before.scheduledStart !== after.scheduledStart || before.scheduledEnd !== after.scheduledEnd,
    provider: before.providerId !== after.providerId,
    status: before.status !== after.status,
    room: before.room !== after.room,
    reason: before.reason !== after.reason,
    note: before.note !== after.note,
  };
  return (Object.keys(differs) as ChangedField[]).filter((field) => differs[field]);
}
