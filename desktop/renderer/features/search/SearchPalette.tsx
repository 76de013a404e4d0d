import { Combobox, Modal, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useReveal } from '../../store/view.ts';
import { PatientVisits } from './PatientVisits.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchFooter } from './SearchFooter.tsx';
import classes from './SearchPalette.module.css';
import { SearchResults } from './SearchResults.tsx';

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** Patients and visits from anywhere, by keyboard alone: opens a visit on its day, a patient as a list of visits. */
export function SearchPalette({ opened, onClose }: Props) {
  const { t } = useTranslation('search');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="11vh"
      size={600}
      padding={0}
      radius="lg"
      aria-label={t('placeholder')}
      // At once, and the field focused as it appears: no letter typed after Ctrl+K is lost.
      transitionProps={{ duration: 0 }}
    >
      <Palette onClose={onClose} />
    </Modal>
  );
}

/** Mounted anew each time the palette opens: a search is never left standing for the next person to see. */
function Palette({ onClose }: { onClose: () => void }) {
  const reveal = useReveal();
  const [text, setText] = useState('');
  const [patient, setPatient] = useState<PatientId | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const combobox = useCombobox({ opened: true, onOpenedChange: (open) => open || onClose() });
  const goBack = () => setPatient(null);
  const openVisit = (appointment: Appointment) => {
    reveal(appointment);
    onClose();
  };
  return (
    <Combobox store={combobox}>
      <SearchField
        value={text}
        onChange={(value) => {
          setText(value);
          goBack();
        }}
        onBack={patient ? goBack : undefined}
      />
      <Combobox.Options className={classes.options}>
        {patient ? (
          <PatientVisits id={patient} onBack={goBack} onVisit={openVisit} onListed={combobox.selectOption} />
        ) : (
          <SearchResults
            text={settled}
            onPatient={setPatient}
            onVisit={openVisit}
            onListed={combobox.selectFirstOption}
          />
        )}
      </Combobox.Options>
      <SearchFooter deep={patient !== null} />
    </Combobox>
  );
}
