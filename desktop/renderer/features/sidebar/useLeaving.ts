import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../store/errorWords.ts';
import { useSignOut } from '../../store/session.ts';
import { showProblem } from '../../ui/showProblem.ts';

/** Signs out; a failure is told, since the screen would not change. */
export function useLeaving() {
  const { t } = useTranslation('sidebar');
  const words = useErrorWords();
  const signOut = useSignOut();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    const error = await signOut();
    setLeaving(false);
    if (error) showProblem({ id: 'sign-out', title: t('signOutFailed'), message: words(error) });
  };
  return { leave: () => void leave(), leaving };
}
