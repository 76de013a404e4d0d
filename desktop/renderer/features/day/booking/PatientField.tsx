import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import classes from './BookingForm.module.css';
import type { BookingDraft, DraftProblems, PatientDraft } from './draft.ts';
import { NewPatientFields } from './NewPatientFields.tsx';
import { PatientFacts } from './PatientFacts.tsx';
import { PatientSearch } from './PatientSearch.tsx';

interface Props {
  draft: BookingDraft;
  problems: DraftProblems;
  onChange: (part: Partial<BookingDraft>) => void;
}

/** Who comes: found by name, number or phone, or new. */
export function PatientField({ draft, problems, onChange }: Props) {
  const { t } = useTranslation('day');
  const { patient, newPatient } = draft;
  if (newPatient)
    return (
      <NewPatientFields
        patient={newPatient}
        problems={problems}
        onChange={(part) => onChange({ newPatient: part })}
      />
    );
  if (!patient)
    return (
      <PatientSearch
        problem={problems.patient && t(`problem.${problems.patient}`)}
        onFound={(found) => onChange({ patient: found })}
        onNew={(typed) => onChange({ newPatient: asNewPatient(typed) })}
      />
    );
  return (
    <div className={classes.patient} data-testid="chosen-patient">
      <div>
        <div className={classes.who}>{patientName(patient)}</div>
        <PatientFacts patient={patient} />
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => onChange({ patient: null })}>
        {t('booking.otherPatient')}
      </Button>
    </div>
  );
}

/** `carla nwosu` → the fields of a new patient, so that nothing is typed twice. */
function asNewPatient(typed: string): PatientDraft {
  const words = typed.trim().split(/\s+/);
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
  const [givenName = '', ...rest] = words.map(capital);
  return { givenName, familyName: rest.join(' '), birthDate: '', phone: '' };
}
