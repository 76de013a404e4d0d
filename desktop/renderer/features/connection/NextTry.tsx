import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/time.ts';
import { useNow } from '../../store/now.ts';
import { secondsUntil } from './secondsUntil.ts';

/** Counts down to the next try by itself, so that nothing around it renders each second. */
export function NextTry({ at }: { at: Instant | null }) {
  const { t } = useTranslation('connection');
  const seconds = secondsUntil(at, useNow(1_000));
  return <span>{seconds ? t('nextTry', { seconds }) : t('trying')}</span>;
}
