import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import { type SignedOut, useSignIn } from '../../store/session.ts';
import { useFirstEmpty } from './useFirstEmpty.ts';

const blank = (text: string) => text.trim() === '';

/** The three fields, what is missing in them, and the try itself with how it went. */
export function useSignInForm(session: SignedOut) {
  const { t } = useTranslation('signIn');
  const signIn = useSignIn();
  const [error, setError] = useState<ErrorBody | null>(session.error);
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { address: session.address ?? '', username: session.username ?? '', password: '' },
    validate: {
      address: (value) => (blank(value) ? t('missingAddress') : null),
      username: (value) => (blank(value) ? t('missingUsername') : null),
      password: (value) => (value === '' ? t('missingPassword') : null),
    },
  });
  const focusFirstEmpty = useFirstEmpty(form);
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    const failure = await signIn({
      ...values,
      address: values.address.trim(),
      username: values.username.trim(),
    });
    setBusy(false);
    setError(failure);
    if (failure?.kind !== 'badCredentials') return;
    form.setFieldValue('password', '');
    focusFirstEmpty();
  }, focusFirstEmpty);
  return { form, submit, error, busy };
}
