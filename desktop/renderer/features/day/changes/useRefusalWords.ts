import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import type { Appointment } from '#shared/schedule.ts';
import { type TimeZone, toMilliseconds } from '#shared/time.ts';
import { useMembers } from '../../../store/members.ts';
import { patientName } from '../../../store/names.ts';
import type { Visit } from '../dayView.ts';
import { timeLabel } from '../grid/axis.ts';

/** Who changed an appointment last, by name; a plain word for one this workstation does not know. */
export function useChangedBy(): (appointment: Pick<Appointment, 'updatedBy'>) => string {
  const { t } = useTranslation(['day', 'clinic']);
  const members = useMembers();
  return useCallback(({ updatedBy }) => members.get(updatedBy)?.displayName ?? t('someone'), [members, t]);
}

/** `9:00–9:30`. */
export function timeRange(
  { scheduledStart, scheduledEnd }: Pick<Appointment, 'scheduledStart' | 'scheduledEnd'>,
  timeZone: TimeZone,
): string {
  const label = (at: Appointment['scheduledStart']) => timeLabel(toMilliseconds(at), timeZone);
  return `${label(scheduledStart)}–${label(scheduledEnd)}`;
}

/**
 * A refusal with what the person needs to go on: who was faster and when, or who has that time. `sentence` is what the
 * store would say.
 */
export function useRefusalWords(timeZone: TimeZone, visitOf: (id: string) => Visit | undefined) {
  const { t } = useTranslation(['day', 'clinic']);
  const changedBy = useChangedBy();
  return useCallback(
    (error: ErrorBody, sentence: string): string => {
      if (error.kind === 'stale' || error.kind === 'stepNotAllowed') {
        const { current } = error;
        const at = timeLabel(toMilliseconds(current.updatedAt), timeZone);
        return t(`refused.${error.kind}`, {
          who: changedBy(current),
          at,
          status: t(`clinic:status.${current.status}`),
        });
      }
      const taker = error.kind === 'slotTaken' ? error.conflicts[0] : undefined;
      if (!taker) return sentence;
      const known = visitOf(taker.id);
      const who = known ? patientName(known.patient) : t('anotherPatient');
      return t('refused.slotTaken', { who, range: timeRange(taker, timeZone) });
    },
    [t, changedBy, timeZone, visitOf],
  );
}
