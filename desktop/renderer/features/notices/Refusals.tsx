import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../store/errorWords.ts';
import { useRefusals } from '../../store/refusals.ts';
import { useReveal } from '../../store/view.ts';
import classes from './Refusals.module.css';
import { useRefusalWords } from './useRefusalWords.ts';

const mostShown = 2;

/** What was promised and then refused by the server: stays under the top bar until a person puts it away. */
export function Refusals() {
  const { t } = useTranslation('notices');
  const { refusals, dismiss } = useRefusals();
  const about = useRefusalWords();
  const words = useErrorWords();
  const reveal = useReveal();
  return (
    <div role="alert">
      {refusals.slice(0, mostShown).map((refusal, index) => {
        const { text, appointment } = about(refusal);
        const hidden = index === mostShown - 1 ? refusals.length - mostShown : 0;
        return (
          <div key={refusal.key} className={classes.root}>
            <IconAlertTriangle size={16} aria-hidden className={classes.icon} />
            <span className={classes.text}>
              <strong>{text}</strong> {words(refusal.error)}
              {hidden > 0 && <em className={classes.more}>{t('moreRefused', { count: hidden })}</em>}
            </span>
            {appointment && (
              <Button size="compact-xs" variant="default" onClick={() => reveal(appointment)}>
                {t('show')}
              </Button>
            )}
            <CloseButton size="sm" aria-label={t('dismiss')} onClick={() => dismiss(refusal.key)} />
          </div>
        );
      })}
    </div>
  );
}
