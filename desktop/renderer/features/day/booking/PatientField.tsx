import { Button, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#shared/people.ts';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { patientName } from '../../../store/names.ts';
import { useDayContext } from '../dayContext.ts';
import classes from './BookingForm.module.css';
import type { BookingDraft, DraftProblems, PatientDraft } from './draft.ts';
import { NewPatientFields } from './NewPatientFields.tsx';

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
      <PatientSearch problem={problems.patient && t(`problem.${problems.patient}`)} onChange={onChange} />
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

function PatientFacts({ patient }: { patient: Patient }) {
  const { birthDay } = useClinicTime();
  const facts = [birthDay(patient.birthDate), patient.mrn, patient.phone].filter((fact) => fact !== '');
  return <div className={classes.facts}>{facts.join(' · ')}</div>;
}

/** `carla nwosu` → the fields of a new patient, so that nothing is typed twice. */
function asNewPatient(typed: string): PatientDraft {
  const words = typed.trim().split(/\s+/);
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
  const [givenName = '', ...rest] = words.map(capital);
  return { givenName, familyName: rest.join(' '), birthDate: '', phone: '' };
}

function PatientSearch({ problem, onChange }: { problem: string | undefined; onChange: Props['onChange'] }) {
  const { t } = useTranslation('day');
  const { may } = useDayContext();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const combobox = useCombobox();
  const { data, isFetching } = useBridgeQuery('search.run', { text: asked }, { enabled: asked !== '' });
  const found = asked === '' ? [] : (data?.patients ?? []);
  // Enter takes the first of what was found for what is typed, and nothing while that is still being looked for: who
  // types fast would else get the answer to half a name.
  const settled = data !== undefined && asked === text.trim() && !isFetching;
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (settled) selectFirstOption();
  }, [settled, selectFirstOption]);
  const choose = (value: string) => {
    const patient = found.find(({ id }) => id === value);
    onChange(patient ? { patient } : { newPatient: asNewPatient(text) });
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
          rightSection={isFetching && asked !== '' ? <Loader size={15} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !settled && text.trim() !== '') event.preventDefault();
          }}
          onClick={() => text && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options mah={330} style={{ overflowY: 'auto' }}>
          {found.map((patient) => (
            <Combobox.Option key={patient.id} value={patient.id} className={classes.option ?? ''}>
              <div className={classes.who}>{patientName(patient)}</div>
              <PatientFacts patient={patient} />
            </Combobox.Option>
          ))}
          {data && found.length === 0 && !isFetching && (
            <Combobox.Empty>{t('booking.nobody')}</Combobox.Empty>
          )}
          {may('patient.create') && (
            <Combobox.Option value="new" className={classes.option ?? ''}>
              <IconUserPlus size={15} style={{ verticalAlign: '-2px', marginInlineEnd: 6 }} aria-hidden />
              {t('booking.newPatient', { name: text.trim() })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
