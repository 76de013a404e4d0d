import { type ComboboxStore, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Patient } from '#shared/people.ts';
import { useBridgeQuery } from '../../../store/bridgeQuery.ts';

interface PatientSearch {
  combobox: ComboboxStore;
  text: string;
  type: (text: string) => void;
  found: readonly Patient[];
  /** An answer to what was typed is still to come. */
  searching: boolean;
  /** What is found answers what is typed now. */
  settled: boolean;
}

/** Patients by name, number or phone, as one types. */
export function usePatientSearch(): PatientSearch {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const combobox = useCombobox();
  const { data, isFetching } = useBridgeQuery('search.run', { text: asked }, { enabled: asked !== '' });
  // Enter takes the first of what was found for what is typed, and nothing while that is still being looked for: who
  // types fast would else get the answer to half a name.
  const settled = data !== undefined && asked !== '' && asked === text.trim() && !isFetching;
  const { selectFirstOption, resetSelectedOption, openDropdown } = combobox;
  useEffect(() => {
    if (settled) selectFirstOption();
  }, [settled, selectFirstOption]);
  const type = (typed: string) => {
    setText(typed);
    resetSelectedOption();
    openDropdown();
  };
  const found = asked === '' ? [] : (data?.patients ?? []);
  return { combobox, text, type, found, searching: asked !== '' && isFetching, settled };
}
