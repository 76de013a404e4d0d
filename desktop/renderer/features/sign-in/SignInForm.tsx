import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignedOut } from '../../store/session.ts';
import { AddressField } from './AddressField.tsx';
import { PasswordField } from './PasswordField.tsx';
import classes from './SignInScreen.module.css';
import { useSignInForm } from './useSignInForm.ts';
import { useWaitSeconds } from './useWaitSeconds.ts';
import { NotKeptNote, WhyNotIn } from './WhyNotIn.tsx';

export function SignInForm({ session }: { session: SignedOut }) {
  const { t } = useTranslation('signIn');
  const { form, submit, error, busy } = useSignInForm(session);
  const wait = useWaitSeconds(error);
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <WhyNotIn error={error} waitSeconds={wait} />}
      <AddressField key={form.key('address')} told={error} {...form.getInputProps('address')} />
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
