import { Combobox, Loader, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#shared/people.ts';
import { patientName } from '../../../store/names.ts';
import { useDayContext } from '../dayContext.ts';
import classes from './BookingForm.module.css';
import { PatientFacts } from './PatientFacts.tsx';
import { usePatientSearch } from './usePatientSearch.ts';

interface Props {
  problem: string | undefined;
  onFound: (patient: Patient) => void;
  /** Nobody of those found: what was typed names a new patient. */
  onNew: (typed: string) => void;
}

export function PatientSearch({ problem, onFound, onNew }: Props) {
  const { t } = useTranslation('day');
  const { combobox, text, type, found, searching, settled } = usePatientSearch();
  const choose = (value: string) => {
    const patient = found.find(({ id }) => id === value);
    if (patient) onFound(patient);
    else onNew(text);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          autoFocus
          label={t('field.patient')}
          placeholder={t('booking.patientHint')}
          value={text}
          error={problem}
          maxLength={80}
          name="patient"
          role="combobox"
          autoComplete="off"
          rightSection={searching ? <Loader size={15} /> : null}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !settled && text.trim() !== '') event.preventDefault();
          }}
          onClick={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Found patients={found} nobody={settled && found.length === 0} text={text} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Found({ patients, nobody, text }: { patients: readonly Patient[]; nobody: boolean; text: string }) {
  const { t } = useTranslation('day');
  const { may } = useDayContext();
  return (
    <Combobox.Options className={classes.options ?? ''}>
      {patients.map((patient) => (
        <Combobox.Option key={patient.id} value={patient.id} className={classes.option ?? ''}>
          <div className={classes.who}>{patientName(patient)}</div>
          <PatientFacts patient={patient} />
        </Combobox.Option>
      ))}
      {nobody && <Combobox.Empty>{t('booking.nobody')}</Combobox.Empty>}
      {may('patient.create') && (
        <Combobox.Option value="new" className={classes.option ?? ''}>
          <IconUserPlus size={15} className={classes.addIcon} aria-hidden />
          {t('booking.newPatient', { name: text.trim() })}
        </Combobox.Option>
      )}
    </Combobox.Options>
  );
}
