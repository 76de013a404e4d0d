import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { type ErrorBody, httpStatus } from '#shared/errors.ts';
import { errorSentence } from './errorWords.ts';
import errors from './strings.en.ts';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { errors } } }));

it('has words for every kind of error', () => {
  const worded = Object.keys(errors).map((key) => key.replace(/(Long)?_(one|other)$/, ''));
  expect(new Set(worded)).toEqual(new Set(Object.keys(httpStatus)));
});

it('says how long to wait', () => {
  const error: ErrorBody = { kind: 'tooMany', message: '', retryAfterSeconds: 1 };
  const t = i18next.getFixedT('en', 'errors');
  expect(errorSentence(t, error)).toContain('1 second,');
  expect(errorSentence(t, { ...error, retryAfterSeconds: 42 })).toContain('42 seconds,');
  expect(errorSentence(t, { ...error, retryAfterSeconds: 890 })).toContain('15 minutes,');
});

it('falls back to the sentence of the error where the catalogue has none', () => {
  const t = i18next.getFixedT('xx', 'errors');
  expect(errorSentence(t, { kind: 'forbidden', message: 'Ask the front desk.' })).toBe('Ask the front desk.');
});
