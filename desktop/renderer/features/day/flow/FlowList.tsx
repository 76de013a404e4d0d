import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName, shortName } from '../../../store/names.ts';
import { useReveal } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { timeLabel } from '../grid/axis.ts';
import { statusWords } from '../statusWords.ts';
import classes from './FlowPanel.module.css';

const mostShown = 5;

interface Props {
  title: string;
  /** The first few are shown, each a click away, the rest when asked for. */
  visits: readonly Visit[];
  none: string;
}

export function FlowList({ title, visits, none }: Props) {
  const { t } = useTranslation(['day', 'clinic']);
  const { timeZone, now, isToday, nameOfProvider } = useDayContext();
  const reveal = useReveal();
  const [all, setAll] = useState(false);
  const more = visits.length - mostShown;
  return (
    <section className={classes.section} aria-label={title}>
      <h3>{title}</h3>
      {visits.length === 0 && <p className={classes.none}>{none}</p>}
      <ul>
        {(all ? visits : visits.slice(0, mostShown)).map(({ appointment, patient }) => (
          <li key={appointment.id}>
            <UnstyledButton
              className={classes.row ?? ''}
              data-status={appointment.status}
              onClick={() => reveal(appointment)}
            >
              <span className={classes.time}>
                {timeLabel(Date.parse(appointment.scheduledStart), timeZone)}
              </span>
              <span className={classes.who}>
                <span className={classes.name}>{patientName(patient)}</span>
                <span className={classes.with}>{shortName(nameOfProvider(appointment.providerId))}</span>
              </span>
              <span className={classes.words}>{statusWords(t, appointment, now, isToday)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <UnstyledButton className={classes.more ?? ''} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('flow.fewer') : t('flow.more', { count: more })}
        </UnstyledButton>
      )}
    </section>
  );
}
