import { useTranslation } from 'react-i18next';
import { type AppointmentEvent, isAppointmentEvent } from '#shared/events.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { useErrorWords } from '../../../store/errorWords.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import { useDayContext } from '../dayContext.ts';
import { PanelPart } from './PanelFrame.tsx';
import classes from './VisitPanel.module.css';

/** Who did what when, newest first. The server keeps it: without a connection a sentence stands here. */
export function VisitHistory({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('day');
  const words = useErrorWords();
  const { today } = useDayContext();
  const { clockOrDay } = useClinicTime();
  const { data, error } = useBridgeQuery(
    'appointment.history',
    { id: appointment.id },
    { keepPrevious: false },
  );
  const detail = useDetail();
  if (error && !data)
    return (
      <PanelPart title={t('history')}>
        <p className={classes.soft}>
          {error.body.kind === 'unreachable' ? t('historyOffline') : words(error.body)}
        </p>
      </PanelPart>
    );
  const events = (data ?? []).filter(isAppointmentEvent).reverse();
  return (
    <PanelPart title={t('history')}>
      <ol className={classes.list} aria-busy={!data}>
        {events.map((event) => (
          <li key={event.seq} className={classes.event}>
            <span>{t(`did.${event.type}`, { who: event.actor.name })}</span>
            <small>
              <time dateTime={event.at}>{clockOrDay(event.at, today)}</time>
              {detail(event) && ` · ${detail(event)}`}
            </small>
          </li>
        ))}
      </ol>
    </PanelPart>
  );
}

function useDetail(): (event: AppointmentEvent) => string | null {
  const { t } = useTranslation(['day', 'clinic']);
  const { timeZone, nameOfProvider } = useDayContext();
  return ({ type, data: { appointment } }) => {
    if (type === 'appointment.created' || type === 'appointment.moved')
      return t('timeWith', {
        range: timeRange(appointment, timeZone),
        provider: nameOfProvider(appointment.providerId),
      });
    if (type === 'appointment.roomed') return appointment.room;
    if (type === 'appointment.cancelled') return appointment.cancelReason;
    if (type === 'appointment.steppedBack') return t(`clinic:status.${appointment.status}`);
    return null;
  };
}
