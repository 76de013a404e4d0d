import { Combobox } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useBridgeQuery } from '../../store/bridgeQuery.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { patientName } from '../../store/names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './SearchPalette.module.css';
import { useListed } from './useListed.ts';
import { VisitOption } from './VisitOption.tsx';

interface Props {
  id: PatientId;
  onBack: () => void;
  onVisit: (appointment: Appointment) => void;
  onListed: () => void;
}

/** One patient's visits, newest first. */
export function PatientVisits({ id, onBack, onVisit, onListed }: Props) {
  const { t } = useTranslation('search');
  const words = useErrorWords();
  const { data, error } = useBridgeQuery('patient.read', { id }, { keepPrevious: false });
  const visits = (data?.visits ?? []).toSorted((a, b) =>
    b.appointment.scheduledStart.localeCompare(a.appointment.scheduledStart),
  );
  useListed([id, ...visits.map(({ appointment }) => appointment.id)], onListed);
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
