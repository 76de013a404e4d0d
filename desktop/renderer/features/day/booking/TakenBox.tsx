import { Button, Group, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '#shared/schedule.ts';
import type { TimeZone } from '#shared/time.ts';
import { patientName } from '../../../store/names.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import type { Visit } from '../dayView.ts';
import { timeLabel } from '../grid/axis.ts';
import classes from './TakenBox.module.css';

interface Props {
  /** Who has the time, in part or whole. */
  conflicts: readonly Appointment[];
  visitOf: (id: string) => Visit | undefined;
  /** Starts at which the same provider is free for the same length. */
  freeTimes: readonly number[];
  timeZone: TimeZone;
  onTime: (at: number) => void;
  /** Why it is meant all the same; null where the person may not overbook. */
  overbook: { reason: string; onReason: (reason: string) => void } | null;
}

/** The time is taken: who is there, where else there is room, and the way to mean it all the same. */
export function TakenBox({ conflicts, visitOf, freeTimes, timeZone, onTime, overbook }: Props) {
  const { t } = useTranslation('day');
  return (
    <div className={classes.box} role="status" data-testid="taken">
      <div className={classes.title}>
        <IconAlertTriangle size={17} aria-hidden />
        {t('taken.title')}
      </div>
      <ul className={classes.who}>
        {conflicts.map((appointment) => {
          const known = visitOf(appointment.id);
          return (
            <li key={appointment.id}>
              <strong>{known ? patientName(known.patient) : t('anotherPatient')}</strong>{' '}
              {timeRange(appointment, timeZone)}
              {appointment.reason && ` · ${appointment.reason}`}
            </li>
          );
        })}
      </ul>
      {freeTimes.length > 0 && (
        <Group gap={6}>
          <span>{t('taken.nextFree')}</span>
          {freeTimes.map((at) => (
            <Button key={at} size="compact-sm" variant="default" onClick={() => onTime(at)}>
              {timeLabel(at, timeZone)}
            </Button>
          ))}
        </Group>
      )}
      {overbook && (
        <TextInput
          label={t('taken.overbook')}
          placeholder={t('taken.overbookReason')}
          value={overbook.reason}
          maxLength={200}
          onChange={(event) => overbook.onReason(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
