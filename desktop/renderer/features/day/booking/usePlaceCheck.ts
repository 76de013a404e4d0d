import { useMemo } from 'react';
import type { AppointmentId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { toInstant } from '#shared/time.ts';
import { useDay } from '../../../store/day.ts';
import { useClinic } from '../../../store/session.ts';
import { useDayContext } from '../dayContext.ts';
import { dayAxis, timeLabel } from '../grid/axis.ts';
import { draftSpan, type PlaceDraft } from './draft.ts';
import { conflictsOf, nextFreeTimes } from './freeTimes.ts';

type Change = (part: { time: string; slot: Instant }) => void;

/**
 * How the place a draft asks for stands in its day, live: who has it, and where else there is room. `moving`: the visit
 * that is to go there, which is not in its own way.
 */
export function usePlaceCheck(draft: PlaceDraft, moving: AppointmentId | null = null) {
  const clinic = useClinic();
  const { now } = useDayContext();
  const { data } = useDay(draft.date);
  const { timeZone } = clinic;
  return useMemo(() => {
    const visits = data?.visits ?? [];
    const axis = dayAxis(draft.date, clinic, []);
    const span = draftSpan(draft, timeZone);
    const conflicts = span ? conflictsOf(visits, span, moving).map((visit) => visit.appointment) : [];
    return {
      conflicts,
      freeTimes:
        span && conflicts.length > 0 ? nextFreeTimes(axis, visits, span, { moving, now, count: 3 }) : [],
      past: span !== null && span.end <= now,
      closed: span !== null && (span.start < axis.opens || span.end > axis.closes),
      visitOf: (id: string) => visits.find((visit) => visit.appointment.id === id),
      take: (change: Change) => (at: number) =>
        change({ time: timeLabel(at, timeZone), slot: toInstant(at) }),
    };
  }, [data, draft, moving, clinic, timeZone, now]);
}
