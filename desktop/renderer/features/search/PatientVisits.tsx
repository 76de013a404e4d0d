import { Combobox } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useBridgeQuery } from '../../store/bridgeQuery.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { patientName } from '../../store/names.ts';
import { useClinic } from '../../store/session.ts';
import { useToday } from '../../store/view.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { firstVisit } from './firstVisit.ts';
import classes from './SearchPalette.module.css';
import { useListed } from './useListed.ts';
import { VisitOption } from './VisitOption.tsx';

interface Props {
  id: PatientId;
  onBack: () => void;
  onVisit: (appointment: Appointment) => void;
  /** Told the place of the visit to begin at. */
  onListed: (first: number) => void;
}

/** One patient's visits, newest first. */
export function PatientVisits({ id, onBack, onVisit, onListed }: Props) {
  const { t } = useTranslation('search');
  const words = useErrorWords();
  const { data, error } = useBridgeQuery('patient.read', { id }, { keepPrevious: false });
  const visits = (data?.visits ?? []).toSorted((a, b) =>
    b.appointment.scheduledStart.localeCompare(a.appointment.scheduledStart),
  );
  const first = firstVisit(
    visits.map(({ appointment }) => appointment),
    useToday(),
    useClinic().timeZone,
  );
  const begin = useCallback(() => onListed(first), [onListed, first]);
  useListed([id, ...visits.map(({ appointment }) => appointment.id)], begin);
  return (
    <>
      <Combobox.Group label={data ? t('visitsOf', { name: patientName(data.patient) }) : t('reading')}>
        {visits.map((visit) => (
          <VisitOption key={visit.appointment.id} visit={visit} onChoose={() => onVisit(visit.appointment)} />
        ))}
      </Combobox.Group>
      {error && <EmptyState title={t('failed')} text={words(error.body)} />}
      {data && visits.length === 0 && <EmptyState title={t('noVisits')} text={t('noVisitsText')} />}
      <Combobox.Option value="back" className={classes.back} onClick={onBack}>
        <IconArrowLeft size={16} aria-hidden />
        {t('back')}
      </Combobox.Option>
    </>
  );
}
