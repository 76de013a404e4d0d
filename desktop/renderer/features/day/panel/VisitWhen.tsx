import { useTranslation } from 'react-i18next';
import { localDateOf } from '#shared/time.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { spanOf } from '../booking/freeTimes.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { minute } from '../grid/axis.ts';
import { duration } from '../statusWords.ts';
import { PanelPart } from './PanelFrame.tsx';
import classes from './VisitPanel.module.css';

export function VisitWhen({ visit: { appointment } }: { visit: Visit }) {
  const { t } = useTranslation(['day', 'clinic']);
  const { timeZone, date, nameOfProvider } = useDayContext();
  const { longDay } = useClinicTime();
  const day = localDateOf(appointment.scheduledStart, timeZone);
  const { start, end } = spanOf(appointment);
  const { room, overbookReason, cancelReason } = appointment;
  return (
    <PanelPart title={t('when')}>
      {day !== date && <p className={classes.text}>{t('onAnotherDay', { day: longDay(day) })}</p>}
      <dl className={classes.facts}>
        <dt>{t('field.time')}</dt>
        <dd>
          {timeRange(appointment, timeZone)} · {duration(t, (end - start) / minute)}
        </dd>
        <dt>{t('field.provider')}</dt>
        <dd>{nameOfProvider(appointment.providerId)}</dd>
        {room !== null && (
          <>
            <dt>{t('field.room')}</dt>
            <dd>{room}</dd>
          </>
        )}
        {overbookReason !== null && (
          <>
            <dt>{t('overbooked')}</dt>
            <dd>{overbookReason}</dd>
          </>
        )}
        {cancelReason !== null && appointment.status === 'cancelled' && (
          <>
            <dt>{t('clinic:status.cancelled')}</dt>
            <dd>{cancelReason}</dd>
          </>
        )}
      </dl>
    </PanelPart>
  );
}
