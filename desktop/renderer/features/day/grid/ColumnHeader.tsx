import { IconHourglass } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '#shared/people.ts';
import { initials } from '../../../store/names.ts';
import { duration } from '../statusWords.ts';
import classes from './ColumnHeader.module.css';

interface Props {
  provider: Provider;
  /** Whole minutes behind; null on another day than today. */
  late: number | null;
  waiting: number;
  /** Visits that stand, shown where lateness makes no sense. */
  visits: number;
}

export const ColumnHeader = memo(function ColumnHeader({ provider, late, waiting, visits }: Props) {
  const { t } = useTranslation(['day', 'clinic']);
  const punctual =
    late === null
      ? t('visits', { count: visits })
      : late > 0
        ? t('late', { by: duration(t, late) })
        : t('onTime');
  return (
    <div className={classes.header} id={`provider-${provider.id}`} data-testid={`header-${provider.id}`}>
      <span className={classes.initials} aria-hidden>
        {initials(provider.displayName)}
      </span>
      <span className={classes.text}>
        <span className={classes.name}>{provider.displayName}</span>
        <span className={classes.line}>
          <span className={classes.specialty}>{provider.specialty}</span>
          <span className={classes.punctual} data-late={(late ?? 0) > 0 || undefined}>
            {punctual}
          </span>
        </span>
      </span>
      {waiting > 0 && (
        <span
          className={classes.waiting}
          role="img"
          aria-label={t('waitingCount', { count: waiting })}
          title={t('waitingCount', { count: waiting })}
        >
          <IconHourglass size={13} stroke={2.2} aria-hidden />
          {waiting}
        </span>
      )}
    </div>
  );
});
