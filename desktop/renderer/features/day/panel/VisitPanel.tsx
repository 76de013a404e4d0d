import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentId } from '#shared/ids.ts';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { patientName } from '../../../store/names.ts';
import { useFindVisit } from '../../../store/visits.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { ageOn } from './age.ts';
import { OtherVisits } from './OtherVisits.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { VisitAbout } from './VisitAbout.tsx';
import { VisitHistory } from './VisitHistory.tsx';
import classes from './VisitPanel.module.css';
import { VisitSteps } from './VisitSteps.tsx';
import { VisitWhen } from './VisitWhen.tsx';

/**
 * The visit as it stands, wherever it stands: it may be moved to another day by somebody else while it is open here.
 */
function useVisit(id: AppointmentId): Visit | null {
  const { visitOf } = useDayContext();
  const find = useFindVisit();
  const [first] = useState(() => visitOf(id) ?? find(id));
  const onDay = visitOf(id);
  const patientId = (onDay ?? first)?.patient.id;
  const { data } = useBridgeQuery(
    'patient.read',
    { id: patientId as Visit['patient']['id'] },
    { enabled: patientId !== undefined },
  );
  return onDay ?? data?.visits.find((visit) => visit.appointment.id === id) ?? first;
}

export function VisitPanel({ id }: { id: AppointmentId }) {
  const { t } = useTranslation('day');
  const { rail, today } = useDayContext();
  const { birthDay } = useClinicTime();
  const visit = useVisit(id);
  if (!visit)
    return (
      <PanelFrame title={t('panel.visit')} onClose={rail.close}>
        <p className={classes.soft}>{t('visitGone')}</p>
      </PanelFrame>
    );
  const { patient } = visit;
  const { unit, count } = ageOn(today, patient.birthDate);
  return (
    <PanelFrame
      title={patientName(patient)}
      onClose={rail.close}
      lead={`${t(`age.${unit}`, { count })} · ${t('born', { date: birthDay(patient.birthDate) })}`}
    >
      <dl className={classes.facts}>
        <dt>{t('phone')}</dt>
        <dd>{patient.phone || t('noPhone')}</dd>
        <dt>{t('mrn')}</dt>
        <dd>{patient.mrn}</dd>
      </dl>
      <VisitSteps visit={visit} />
      <VisitWhen visit={visit} />
      <VisitAbout visit={visit} />
      <OtherVisits visit={visit} />
      <VisitHistory appointment={visit.appointment} />
    </PanelFrame>
  );
}
