import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '../../store/clinicTime.ts';
import { useConnectionStatus } from '../../store/connection.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { useKeeping, useServerAddress } from '../../store/session.ts';
import { useToday } from '../../store/view.ts';
import classes from './ConnectionDetails.module.css';
import { TryNow } from './TryNow.tsx';

/** What the indicator stands for: the reason, what to do, and the facts IT asks for. */
export function ConnectionDetails() {
  const { t } = useTranslation('connection');
  const words = useErrorWords();
  const { phase, asOf, error, waiting } = useConnectionStatus();
  const root = useRef<HTMLDivElement>(null);
  const keeping = useKeeping();
  const address = useServerAddress();
  const time = useClinicTime();
  const today = useToday();
  // The button to try now goes with the trouble: the keyboard stays in here and is not dropped on the page.
  useEffect(() => {
    if (phase === 'connected') root.current?.focus();
  }, [phase]);
  const said =
    phase === 'error' && error ? words(error) : t(`${phase === 'connected' ? phase : 'reconnecting'}Text`);
  const whole = asOf ? time.clockOrDay(asOf, today) : t('never');
  return (
    <div ref={root} className={classes.root} tabIndex={-1}>
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
      {phase !== 'connected' && <TryNow />}
    </div>
  );
}
