import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '../../store/clinicTime.ts';
import { useConnectionStatus, useRetryConnection } from '../../store/connection.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { useKeeping, useServerAddress } from '../../store/session.ts';
import { useToday } from '../../store/view.ts';
import classes from './ConnectionDetails.module.css';
import { NextTry } from './NextTry.tsx';

/** What the indicator stands for: the reason, what to do, and the facts IT asks for. */
export function ConnectionDetails() {
  const { t } = useTranslation('connection');
  const words = useErrorWords();
  const { phase, asOf, nextTryAt, error, waiting } = useConnectionStatus();
  const keeping = useKeeping();
  const address = useServerAddress();
  const time = useClinicTime();
  const today = useToday();
  const said =
    phase === 'error' && error ? words(error) : t(`${phase === 'connected' ? phase : 'reconnecting'}Text`);
  const whole = asOf ? time.clockOrDay(asOf, today) : t('never');
  return (
    <div className={classes.root}>
      <p className={classes.title} data-phase={phase}>
        {t(phase)}
      </p>
      <p className={classes.text}>{said}</p>
      <dl className={classes.facts}>
        <dt>{t('server')}</dt>
        <dd>{address}</dd>
        <dt>{t('lastWhole')}</dt>
        <dd>{phase === 'connected' ? t('now') : whole}</dd>
        <dt>{t('waiting')}</dt>
        <dd>{waiting > 0 ? t('changes', { count: waiting }) : t('nothing')}</dd>
      </dl>
      {keeping.why !== null && (
        <p className={classes.note}>
          <strong>{t('noKeeping')}</strong> {keeping.why}
        </p>
      )}
      {phase !== 'connected' && <TryNow nextTryAt={nextTryAt} counting={phase === 'reconnecting'} />}
    </div>
  );
}

function TryNow({
  nextTryAt,
  counting,
}: Pick<ReturnType<typeof useConnectionStatus>, 'nextTryAt'> & { counting: boolean }) {
  const { t } = useTranslation('connection');
  const retry = useRetryConnection();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    await retry();
    setTrying(false);
  };
  return (
    <div className={classes.actions}>
      <Button
        size="xs"
        loading={trying}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => void tryNow()}
      >
        {t('tryNow')}
      </Button>
      {counting && (
        <span className={classes.next}>
          <NextTry at={nextTryAt} />
        </span>
      )}
    </div>
  );
}
