import { Combobox } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#shared/people.ts';
import { useClinicTime } from '../../store/clinicTime.ts';
import { initials, patientName } from '../../store/names.ts';
import classes from './SearchPalette.module.css';

/** A patient, told apart from a namesake by birth date, record number and phone. */
export function PatientOption({ patient, onChoose }: { patient: Patient; onChoose: () => void }) {
  const { t } = useTranslation('search');
  const { birthDay } = useClinicTime();
  const name = patientName(patient);
  const facts = [t('born', { date: birthDay(patient.birthDate) }), patient.mrn, patient.phone];
  return (
    <Combobox.Option value={`patient ${patient.id}`} className={classes.option} onClick={onChoose}>
      <span className={classes.disc} aria-hidden>
        {initials(name)}
      </span>
      <span className={classes.words}>
        <span className={classes.main}>{name}</span>
        <span className={classes.soft}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <IconChevronRight size={16} aria-hidden className={classes.chevron} />
    </Combobox.Option>
  );
}
