import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import { type SignedOut, useSignIn } from '../../store/session.ts';
import { AddressField } from './AddressField.tsx';
import { PasswordField } from './PasswordField.tsx';
import classes from './SignInScreen.module.css';
import { useFirstEmpty } from './useFirstEmpty.ts';
import { useWaitSeconds } from './useWaitSeconds.ts';
import { NotKeptNote, WhyNotIn } from './WhyNotIn.tsx';

const blank = (text: string) => text.trim() === '';

export function SignInForm({ session }: { session: SignedOut }) {
  const { t } = useTranslation('signIn');
  const signIn = useSignIn();
  const [error, setError] = useState<ErrorBody | null>(session.error);
  const [busy, setBusy] = useState(false);
  const wait = useWaitSeconds(error);
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
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <WhyNotIn error={error} waitSeconds={wait} />}
      <AddressField key={form.key('address')} {...form.getInputProps('address')} />
      <TextInput
        label={t('username')}
        size="md"
        maxLength={80}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        name="username"
        key={form.key('username')}
        {...form.getInputProps('username')}
      />
      <PasswordField key={form.key('password')} {...form.getInputProps('password')} />
      <Button type="submit" size="md" loading={busy} disabled={wait > 0} mt={4}>
        {t('submit')}
      </Button>
      {session.keeping.why !== null && <NotKeptNote why={session.keeping.why} />}
    </form>
  );
}
