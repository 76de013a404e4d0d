import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '../../store/clinicTime.ts';
import { useConnectionStatus } from '../../store/connection.ts';
import { useToday } from '../../store/view.ts';
import { ConnectionDetails } from './ConnectionDetails.tsx';
import classes from './ConnectionIndicator.module.css';
import { NextTry } from './NextTry.tsx';

/** Green, yellow or red, and always in words; opens the details. */
export function ConnectionIndicator() {
  const { t } = useTranslation('connection');
  const { phase } = useConnectionStatus();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={340}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.button}
          data-phase={phase}
          onClick={() => setOpened(!opened)}
          aria-label={t('label', { state: t(phase) })}
        >
          <span className={classes.dot} aria-hidden />
          <Words />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ConnectionDetails />
      </Popover.Dropdown>
    </Popover>
  );
}

function Words() {
  const { t } = useTranslation('connection');
  const { phase, asOf, nextTryAt } = useConnectionStatus();
  const time = useClinicTime();
  const today = useToday();
  return (
    <span className={classes.words}>
      <span>{t(phase)}</span>
      {phase !== 'connected' && (
        <span className={classes.detail}>
          {phase === 'reconnecting' && <NextTry at={nextTryAt} />}
          {asOf && <span>{t('asOf', { time: time.clockOrDay(asOf, today) })}</span>}
        </span>
      )}
    </span>
  );
}
