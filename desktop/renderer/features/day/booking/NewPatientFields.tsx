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
  const words = (key: DraftProblems[keyof DraftProblems]) => key && t(`problem.${key}`);
  return (
    <fieldset className={classes.newPatient} data-testid="new-patient">
      <legend className={classes.newHead} style={{ float: 'left', width: '100%' }}>
        {t('booking.newPatientTitle')}
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(null)}>
          {t('booking.searchInstead')}
        </Button>
      </legend>
      <div className={classes.row}>
        <TextInput
          label={t('field.givenName')}
          value={patient.givenName}
          error={words(problems.givenName)}
          maxLength={80}
          name="givenName"
          onChange={(event) => onChange({ ...patient, givenName: event.currentTarget.value })}
          autoFocus={patient.givenName === ''}
        />
        <TextInput
          label={t('field.familyName')}
          value={patient.familyName}
          error={words(problems.familyName)}
          maxLength={80}
          name="familyName"
          onChange={(event) => onChange({ ...patient, familyName: event.currentTarget.value })}
          autoFocus={patient.givenName !== '' && patient.familyName === ''}
        />
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
          autoFocus={patient.givenName !== '' && patient.familyName !== ''}
          popoverProps={{ position: 'bottom-end' }}
          defaultLevel="decade"
        />
        <TextInput
          label={t('field.phone')}
          value={patient.phone}
          maxLength={40}
          type="tel"
          name="phone"
          onChange={(event) => onChange({ ...patient, phone: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
