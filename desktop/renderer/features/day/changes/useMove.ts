import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#shared/schedule.ts';
import { localDateOf, toInstant } from '#shared/time.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { patientName } from '../../../store/names.ts';
import { conflictsOf, spanOf } from '../booking/freeTimes.ts';
import type { Visit } from '../dayView.ts';
import { timeLabel } from '../grid/axis.ts';
import { type Span, samePlace } from '../grid/drag.ts';
import type { ChangeNeeds } from './useVisitChanges.ts';

/** A move that met somebody: shown with who is there, to be meant all the same or given up. */
export interface TakenMove {
  visit: Visit;
  to: Span;
  conflicts: readonly Appointment[];
}

/** Moves or resizes; with `overbookReason` also onto a time that is taken. True when it was done or will be sent. */
export type Move = (visit: Visit, to: Span, overbookReason?: string | null) => Promise<boolean>;

function bodyOf({ providerId, start, end }: Span, overbookReason: string | null) {
  return { providerId, scheduledStart: toInstant(start), scheduledEnd: toInstant(end), overbookReason };
}

export function useMove(needs: ChangeNeeds): Move {
  const { day, pending, send, notices, refusal, onTaken } = needs;
  const { t } = useTranslation('day');
  const tellMoved = useTellMoved(needs);
  return useCallback(
    async (visit, to, overbookReason = null) => {
      const { id, version } = visit.appointment;
      if (samePlace(spanOf(visit.appointment), to)) return true;
      if (pending.marks.has(id)) {
        notices.tell('refused', t('refused.pending'));
        return false;
      }
      const known = conflictsOf(day?.visits ?? [], to, id).map((other) => other.appointment);
      if (known.length > 0 && overbookReason === null) {
        onTaken({ visit, to, conflicts: known });
        return false;
      }
      const body = bodyOf(to, overbookReason);
      const outcome = await send('appointment.move', { id, ifMatch: version, body });
      if (outcome.state === 'refused') {
        if (outcome.error.kind === 'slotTaken') onTaken({ visit, to, conflicts: outcome.error.conflicts });
        else notices.tell('refused', refusal(outcome.error, outcome.sentence));
        return false;
      }
      tellMoved(visit, to, outcome.state === 'done' ? outcome.answer.appointment.version : null);
      return true;
    },
    [t, day, pending, send, notices, refusal, onTaken, tellMoved],
  );
}

/** Says what was moved, with the way back: a slip of the mouse must cost one click. `version` is null while it waits. */
function useTellMoved({ timeZone, send, notices, refusal, nameOfProvider }: ChangeNeeds) {
  const { t } = useTranslation('day');
  const { shortDay } = useClinicTime();
  return useCallback(
    ({ appointment, patient }: Visit, to: Span, version: number | null) => {
      const from = spanOf(appointment);
      const time = (at: number) => timeLabel(at, timeZone);
      const what = { name: patientName(patient), provider: nameOfProvider(to.providerId) };
      if (version === null)
        return notices.tell('done', t('told.moveWaiting', { ...what, time: time(to.start) }));
      const undo = async () => {
        const body = bodyOf(from, appointment.overbookReason);
        const undone = await send('appointment.move', { id: appointment.id, ifMatch: version, body });
        if (undone.state === 'refused') notices.tell('refused', refusal(undone.error, undone.sentence));
        else notices.tell('done', t('told.movedBack', what));
      };
      const resized = samePlace({ ...to, end: from.end }, from);
      const dayOf = (at: number) => localDateOf(toInstant(at), timeZone);
      const day = dayOf(to.start);
      const goal = { ...what, time: time(to.start), day: shortDay(day) };
      const moved = day === dayOf(from.start) ? t('told.moved', goal) : t('told.movedDay', goal);
      const words = resized ? t('told.resized', { ...what, time: time(to.end) }) : moved;
      notices.tell('done', words, { label: t('undo'), run: () => void undo() });
    },
    [t, timeZone, shortDay, send, notices, refusal, nameOfProvider],
  );
}
