import { IconAlertTriangle, IconInfoCircle, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '#shared/errors.ts';
import classes from './SignInScreen.module.css';
import { useDoorWords } from './useDoorWords.ts';

interface Props {
  error: ErrorBody;
  /** What is left of the wait after too many tries. */
  waitSeconds: number;
}

/** Why nobody is in: an ended session is told calmly, a failed try as what it is. */
export function WhyNotIn({ error, waitSeconds }: Props) {
  const { t } = useTranslation('signIn');
  const words = useDoorWords();
  if (error.kind === 'tooMany' && waitSeconds === 0) return null;
  const calm = error.kind === 'sessionEnded' || error.kind === 'unauthenticated';
  const said = error.kind === 'tooMany' ? { ...error, retryAfterSeconds: waitSeconds } : error;
  const Icon = calm ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={calm ? classes.calm : classes.failed} role={calm ? 'status' : 'alert'}>
      <Icon size={20} aria-hidden />
      <p>
        <strong>{calm ? t('ended') : t('failed')}.</strong> {words(said)}
      </p>
    </div>
  );
}

/** W2: without a keychain the app works and says what that means. */
export function NotKeptNote({ why }: { why: string }) {
  const { t } = useTranslation('signIn');
  return (
    <div className={classes.notKept}>
      <IconShieldOff size={18} aria-hidden />
      <p>
        <strong>{t('notKept')}.</strong> {why} {t('notKeptText')}
      </p>
    </div>
  );
}
