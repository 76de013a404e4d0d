import { VisuallyHidden } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '../../store/clinicTime.ts';
import { useConnectionStatus } from '../../store/connection.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { useToday } from '../../store/view.ts';
import classes from './AsOfBanner.module.css';

/**
 * Across the day while the clinic is not being followed: how old this is, and what becomes of changes (W3). The
 * status region stays, so that a screen reader hears both the loss and the return.
 */
export function AsOfBanner() {
  const { t } = useTranslation('connection');
  const { phase } = useConnectionStatus();
  return (
    <div role="status">
      {phase === 'connected' ? <VisuallyHidden>{t('connected')}</VisuallyHidden> : <Banner />}
    </div>
  );
}

function Banner() {
  const { t } = useTranslation('connection');
  const words = useErrorWords();
  const { phase, asOf, error } = useConnectionStatus();
  const time = useClinicTime();
  const today = useToday();
  const age = asOf ? t('banner', { time: time.clockOrDay(asOf, today) }) : t('bannerNever');
  return (
    <div className={classes.root} data-phase={phase}>
      <IconCloudOff size={16} aria-hidden className={classes.icon} />
      <span>
        {age} {phase === 'error' && error ? words(error) : t('bannerKept')}
      </span>
    </div>
  );
}
