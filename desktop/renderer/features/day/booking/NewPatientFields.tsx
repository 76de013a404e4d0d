import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayContext } from '../dayContext.ts';
import classes from './BookingForm.module.css';
import { birthDateLabel, parseBirthDate } from './dayText.ts';
import { birthDateProblem, type DraftProblems, type PatientDraft } from './draft.ts';

interface Props {
  patient: PatientDraft;
  problems: DraftProblems;
  /** Null goes back to the search. */
  onChange: (patient: PatientDraft | null) => void;
}

/** A patient this clinic has not seen: just enough to book. */
export function NewPatientFields({ patient, problems, onChange }: Props) {
  const { t } = useTranslation('day');
  const { today } = useDayContext();
  // What the search has given is filled in already: the keyboard begins at the first gap.
  const gap = patient.givenName === '' ? 'givenName' : patient.familyName === '' ? 'familyName' : 'birthDate';
  const words = (key: DraftProblems[keyof DraftProblems]) => key && t(`problem.${key}`);
  const field = (name: 'givenName' | 'familyName' | 'birthDate' | 'phone') => ({
    label: t(`field.${name}`),
    value: patient[name],
    name,
    autoFocus: gap === name,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...patient, [name]: event.currentTarget.value }),
  });
  // Said as soon as the field is left, and taken back as soon as it is right.
  const [left, setLeft] = useState(false);
  const early =
    left && patient.birthDate !== '' ? (birthDateProblem(patient.birthDate, today) ?? undefined) : undefined;
  const leaveBirthDate = () => {
    setLeft(true);
    const born = parseBirthDate(patient.birthDate);
    if (born) onChange({ ...patient, birthDate: birthDateLabel(born) });
  };
  return (
    <fieldset className={classes.newPatient} data-testid="new-patient">
      <legend className={classes.newHead}>
        {t('booking.newPatientTitle')}
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t('booking.searchInstead')}
        </Button>
      </legend>
      <div className={classes.row}>
        <TextInput {...field('givenName')} error={words(problems.givenName)} maxLength={80} />
        <TextInput {...field('familyName')} error={words(problems.familyName)} maxLength={80} />
      </div>
      <div className={classes.row}>
        <TextInput
          {...field('birthDate')}
          placeholder="MM/DD/YYYY"
          error={words(problems.birthDate ?? early)}
          maxLength={10}
          inputMode="numeric"
          autoComplete="off"
          onBlur={leaveBirthDate}
        />
        <TextInput {...field('phone')} error={words(problems.phone)} maxLength={40} type="tel" />
      </div>
    </fieldset>
  );
}
