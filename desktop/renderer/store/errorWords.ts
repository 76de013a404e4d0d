import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';

/** The error in the reader's language; its own English sentence when the catalogue has no words for the kind. */
export function errorSentence(t: TFunction<'errors'>, error: ErrorBody): string {
  const defaultValue = error.message;
  if (error.kind === 'tooMany') {
    const { retryAfterSeconds } = error;
    if (retryAfterSeconds < 90) return t('tooMany', { count: retryAfterSeconds, defaultValue });
    return t('tooManyLong', { count: Math.ceil(retryAfterSeconds / 60), defaultValue });
  }
  if (error.kind === 'invalid') {
    const first = error.problems[0];
    return first ? t('invalid', { detail: `${first.where} ${first.what}`, defaultValue }) : defaultValue;
  }
  return t(error.kind, { defaultValue });
}

/** Turns what went wrong into a sentence a person can act on. */
export function useErrorWords(): (error: ErrorBody) => string {
  const { t } = useTranslation('errors');
  return useCallback((error) => errorSentence(t, error), [t]);
}
