import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import type { RecentChange } from '../../../store/recentChanges.ts';
import type { PendingMark } from '../changes/pending.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { statusWords } from '../statusWords.ts';
import type { CardWords } from './VisitCard.tsx';

/** Everything a card says, for the eye and for a screen reader. */
export function useCardWords() {
  const { t } = useTranslation(['day', 'clinic']);
  const { now, isToday, timeZone } = useDayContext();
  return useCallback(
    (visit: Visit, mark: PendingMark | undefined, change: RecentChange | undefined): CardWords => {
      const { appointment, patient } = visit;
      const range = timeRange(appointment, timeZone);
      const status = statusWords(t, appointment, now, isToday);
      const pending = mark ? t(`pending.${mark.state}`, { what: t(`command.${mark.type}`) }) : null;
      const changed = change ? t(`did.${change.type}`, { who: change.actor.name }) : null;
      const overbooked = t('overbooked');
      const also = appointment.overbookReason === null ? null : overbooked;
      const label = [
        patientName(patient),
        range,
        t(`clinic:status.${appointment.status}`),
        status,
        appointment.reason,
        also,
        pending,
        changed,
      ]
        .filter((part, index, all) => part && all.indexOf(part) === index)
        .join(', ');
      return { range, status, pending, changed, overbooked, label };
    },
    [t, now, isToday, timeZone],
  );
}
