import { Combobox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SearchPalette.module.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  /** Given where Backspace goes a level up instead of taking a letter. */
  onBack: (() => void) | undefined;
}

function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Keeps the keyboard throughout: the options are walked from here. */
export function SearchField({ value, onChange, onBack }: Props) {
  const { t } = useTranslation('search');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onBack || event.key !== 'Backspace') return;
    event.preventDefault();
    onBack();
  };
  return (
    <Combobox.EventsTarget>
      <TextInput
        data-autofocus
        ref={focus}
        size="lg"
        variant="unstyled"
        maxLength={80}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={classes.field}
      />
    </Combobox.EventsTarget>
  );
}
