import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayOfWeek } from '#shared/time.ts';
import { useClinicTime } from '../../store/clinicTime.ts';
import classes from './DayMessages.module.css';
import { useDayContext } from './dayContext.ts';

/** What there is to know about a day that shows nothing, or not all of it. Never in the way of the grid under it. */
export function DayMessages() {
  const { t } = useTranslation('day');
  const { day, date, may, pending } = useDayContext();
  const { longDay } = useClinicTime();
  if (!day.kept)
    return (
      <p className={classes.notKept} role="status">
        <IconAlertCircle size={17} aria-hidden />
        {t('notKept')}
      </p>
    );
  if (day.visits.length > 0 || pending.ghosts.length > 0) return null;
  const weekend = dayOfWeek(date) >= 6;
  return (
    <div className={classes.empty} role="status">
      <strong>{t('emptyTitle', { day: longDay(date) })}</strong>
      <span>{t(weekend ? 'emptyWeekend' : may('appointment.book') ? 'emptyBook' : 'emptyText')}</span>
    </div>
  );
}
