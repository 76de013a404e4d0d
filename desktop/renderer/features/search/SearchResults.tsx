import { Combobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PatientId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useBridgeQuery } from '../../store/bridgeQuery.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PatientOption } from './PatientOption.tsx';
import { useListed } from './useListed.ts';
import { VisitOption } from './VisitOption.tsx';

interface Props {
  text: string;
  onPatient: (id: PatientId) => void;
  onVisit: (appointment: Appointment) => void;
  onListed: () => void;
}

/** What matches, patients before visits; the last answer stays in sight while the next is read. */
export function SearchResults({ text, onPatient, onVisit, onListed }: Props) {
  const { t } = useTranslation('search');
  const words = useErrorWords();
  const { data, error } = useBridgeQuery('search.run', { text }, { enabled: text !== '' });
  const patients = text === '' ? [] : (data?.patients ?? []);
  const visits = text === '' ? [] : (data?.visits ?? []);
  useListed([...patients.map(({ id }) => id), ...visits.map(({ appointment }) => appointment.id)], onListed);
  if (text === '')
    return (
      <EmptyState icon={<IconSearch size={28} stroke={1.5} />} title={t('hintTitle')} text={t('hint')} />
    );
  if (error) return <EmptyState title={t('failed')} text={words(error.body)} />;
  if (!data) return <EmptyState title={t('reading')} />;
  if (patients.length + visits.length === 0)
    return <EmptyState title={t('nothingTitle', { text })} text={t('nothing')} />;
  return (
    <>
      <Combobox.Group label={patients.length > 0 ? t('patients') : ''}>
        {patients.map((patient) => (
          <PatientOption key={patient.id} patient={patient} onChoose={() => onPatient(patient.id)} />
        ))}
      </Combobox.Group>
      <Combobox.Group label={visits.length > 0 ? t('visits') : ''}>
        {visits.map((visit) => (
          <VisitOption
            key={visit.appointment.id}
            visit={visit}
            named
            onChoose={() => onVisit(visit.appointment)}
          />
        ))}
      </Combobox.Group>
    </>
  );
}
