import { Button, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useDayContext } from '../dayContext.ts';
import classes from './BookingForm.module.css';
import type { DraftProblems, PatientDraft } from './draft.ts';

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
  const field = (name: 'givenName' | 'familyName' | 'phone') => ({
    label: t(`field.${name}`),
    value: patient[name],
    name,
    autoFocus: gap === name,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...patient, [name]: event.currentTarget.value }),
  });
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
        <DateInput
          wrapperProps={{ 'data-keeps-escape': true }}
          label={t('field.birthDate')}
          placeholder="MM/DD/YYYY"
          valueFormat="MM/DD/YYYY"
          weekendDays={[]}
          value={patient.birthDate || null}
          error={words(problems.birthDate)}
          maxDate={today}
          name="birthDate"
          onChange={(value) => onChange({ ...patient, birthDate: value ?? '' })}
          autoFocus={gap === 'birthDate'}
          popoverProps={{ position: 'bottom-end' }}
          defaultLevel="decade"
        />
        <TextInput {...field('phone')} maxLength={40} type="tel" />
      </div>
    </fieldset>
  );
}
