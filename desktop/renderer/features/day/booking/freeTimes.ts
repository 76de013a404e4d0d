import type { AppointmentId } from '#shared/ids.ts';
import { type Appointment, holdsSlot } from '#shared/schedule.ts';
import { toMilliseconds } from '#shared/time.ts';
import type { Visit } from '../dayView.ts';
import { type Axis, minute, snap } from '../grid/axis.ts';
import type { Span } from '../grid/drag.ts';
import { meet } from '../grid/layout.ts';

export function spanOf(
  appointment: Pick<Appointment, 'providerId' | 'scheduledStart' | 'scheduledEnd'>,
): Span {
  return {
    providerId: appointment.providerId,
    start: toMilliseconds(appointment.scheduledStart),
    end: toMilliseconds(appointment.scheduledEnd),
  };
}

/** Who already has that time with that provider. `moving`: the visit asked for, which is not in its own way. */
export function conflictsOf(visits: readonly Visit[], wanted: Span, moving: AppointmentId | null): Visit[] {
  return visits
    .filter(({ appointment }) => appointment.id !== moving && holdsSlot(appointment.status))
    .filter(({ appointment }) => appointment.providerId === wanted.providerId)
    .filter(({ appointment }) => meet(spanOf(appointment), wanted));
}

/**
 * The next `count` starts, a quarter of an hour apart, at which the same provider is free for the same length: from the
 * time asked for or from now, whichever is later, within the clinic's hours of the day on the axis.
 */
export function nextFreeTimes(
  axis: Axis,
  visits: readonly Visit[],
  wanted: Span,
  options: { moving: AppointmentId | null; now: number; count: number },
): number[] {
  const length = wanted.end - wanted.start;
  const free: number[] = [];
  let start = snap(axis, Math.max(wanted.start, options.now, axis.opens), 15, Math.ceil);
  for (; start + length <= axis.closes && free.length < options.count; start += 15 * minute) {
    const span = { providerId: wanted.providerId, start, end: start + length };
    if (conflictsOf(visits, span, options.moving).length === 0) free.push(start);
  }
  return free;
}
