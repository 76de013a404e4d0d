import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionStatus, useRetryConnection } from '../../store/connection.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { showProblem } from '../../ui/showProblem.ts';
import classes from './ConnectionDetails.module.css';
import { NextTry } from './NextTry.tsx';

export function TryNow() {
  const { t } = useTranslation('connection');
  const words = useErrorWords();
  const { phase, nextTryAt } = useConnectionStatus();
  const retry = useRetryConnection();
  const [asking, setAsking] = useState(false);
  const tryNow = async () => {
    setAsking(true);
    const error = await retry();
    setAsking(false);
    if (error) showProblem({ id: 'retry', message: words(error) });
  };
  return (
    <div className={classes.actions}>
      <Button
        size="xs"
        loading={asking}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => void tryNow()}
      >
        {t('tryNow')}
      </Button>
      {phase === 'reconnecting' && (
        <span className={classes.next}>
          <NextTry at={nextTryAt} />
        </span>
      )}
    </div>
  );
}
