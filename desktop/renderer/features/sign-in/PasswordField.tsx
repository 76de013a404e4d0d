import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SignInScreen.module.css';

/** Says when Caps Lock is on: the commonest reason for a wrong password. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('signIn');
  const [caps, setCaps] = useState(false);
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <div>
      <PasswordInput
        label={t('password')}
        size="md"
        maxLength={256}
        autoComplete="current-password"
        name="password"
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        {...props}
        onKeyDown={watch}
        onKeyUp={watch}
      />
      {caps && (
        <p className={classes.caps} role="status">
          {t('capsLock')}
        </p>
      )}
    </div>
  );
}
