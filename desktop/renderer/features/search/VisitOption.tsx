import { Combobox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '#shared/time.ts';
import { useClinicTime } from '../../store/clinicTime.ts';
import { patientName } from '../../store/names.ts';
import { useClinic } from '../../store/session.ts';
import type { Visit } from '../../store/views.ts';
import classes from './SearchPalette.module.css';

interface Props {
  visit: Visit;
  /** Whether the patient's name is part of it. */
  named?: boolean;
  onChoose: () => void;
}

export function VisitOption({ visit: { appointment, patient }, named = false, onChoose }: Props) {
  const { t } = useTranslation('clinic');
  const { timeZone } = useClinic();
  const { clock, shortDay } = useClinicTime();
  const day = shortDay(localDateOf(appointment.scheduledStart, timeZone));
  const when = `${day}, ${clock(appointment.scheduledStart)}–${clock(appointment.scheduledEnd)}`;
  const [main, soft] = named
    ? [patientName(patient), [when, appointment.reason]]
    : [when, [appointment.reason]];
  return (
    <Combobox.Option value={`visit ${appointment.id}`} className={classes.option} onClick={onChoose}>
      <span
        className={classes.rail}
        style={{ background: `var(--rl-${appointment.status}-rail)` }}
        aria-hidden
      />
      <span className={classes.words}>
        <span className={classes.main}>{main}</span>
        <span className={classes.soft}>{soft.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <span className={classes.status} style={{ color: `var(--rl-${appointment.status}-ink)` }}>
        {t(`status.${appointment.status}`)}
      </span>
    </Combobox.Option>
  );
}
