import { Button, CloseButton } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayContext } from '../dayContext.ts';
import classes from './NoticeBar.module.css';

/** Long enough to read and to take back; a refusal stays. */
const shownMs = 8_000;

/** What came of the last thing done here, read aloud too. */
export function NoticeBar() {
  const { t } = useTranslation('day');
  const { notice, close } = useDayContext().notices;
  useEffect(() => {
    if (notice?.tone !== 'done') return;
    const timer = setTimeout(close, shownMs);
    return () => clearTimeout(timer);
  }, [notice, close]);
  const action = notice?.action;
  return (
    <div className={classes.place} aria-live="polite" aria-atomic>
      {notice && (
        <div key={notice.id} className={classes.notice} data-tone={notice.tone} data-testid="notice">
          {notice.tone === 'done' ? (
            <IconCheck size={17} aria-hidden />
          ) : (
            <IconAlertCircle size={17} aria-hidden />
          )}
          <span>{notice.text}</span>
          {action && (
            <Button
              size="compact-sm"
              variant="transparent"
              className={classes.action ?? ''}
              onClick={() => {
                close();
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <CloseButton size="sm" className={classes.close ?? ''} aria-label={t('close')} onClick={close} />
        </div>
      )}
    </div>
  );
}
