import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { useReveal } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { PanelPart } from './PanelFrame.tsx';
import classes from './VisitPanel.module.css';

const mostShown = 4;

/** The patient's other visits this workstation knows of: the nearest ones, a click away. */
export function OtherVisits({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['day', 'clinic']);
  const { now, today } = useDayContext();
  const { clockOrDay } = useClinicTime();
  const reveal = useReveal();
  const { data } = useBridgeQuery('patient.read', { id: visit.patient.id }, { keepPrevious: false });
  const distance = ({ appointment }: Visit) => Math.abs(Date.parse(appointment.scheduledStart) - now);
  const others = (data?.visits ?? [])
    .filter((other) => other.appointment.id !== visit.appointment.id)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, mostShown);
  if (others.length === 0) return null;
  return (
    <PanelPart title={t('otherVisits')}>
      <ul className={classes.list}>
        {others.map(({ appointment }) => (
          <li key={appointment.id}>
            <UnstyledButton className={classes.other ?? ''} onClick={() => reveal(appointment)}>
              <span>{clockOrDay(appointment.scheduledStart, today)}</span>
              <span>{appointment.reason || t(`clinic:status.${appointment.status}`)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}
