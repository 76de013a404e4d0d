import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import { useErrorWords } from '../../store/errorWords.ts';

/** What went wrong, in words; at the door the only thing that can be missing is the clinic itself. */
export function useDoorWords(): (error: ErrorBody) => string {
  const { t } = useTranslation('signIn');
  const words = useErrorWords();
  return useCallback((error) => (error.kind === 'notFound' ? t('noClinic') : words(error)), [t, words]);
}
