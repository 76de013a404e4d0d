import { useTranslation } from 'react-i18next';
import type { SignedOut } from '../../store/session.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { BrandPanel } from './BrandPanel.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignInScreen.module.css';

/** The door: which clinic, who, and why the last session ended if it did. */
export function SignInScreen({ session }: { session: SignedOut }) {
  const { t } = useTranslation('signIn');
  return (
    <div className={classes.root}>
      <BrandPanel />
      <main className={classes.side}>
        <div className={classes.card}>
          <div className={classes.mark}>
            <BrandMark size={44} />
          </div>
          <h1 className={classes.title}>{t('title')}</h1>
          <SignInForm session={session} />
        </div>
      </main>
    </div>
  );
}
