import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What else the clinic should know about a visit. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const { t } = useTranslation('day');
  return (
    <Textarea
      label={t('field.note')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={200}
      autosize
      minRows={1}
      maxRows={6}
      name="note"
    />
  );
}
