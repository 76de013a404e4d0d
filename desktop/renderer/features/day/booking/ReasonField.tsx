import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BookingForm.module.css';
import { reasonPresets } from './reasons.ts';

interface Props {
  value: string;
  /** `usual`: the length in minutes that goes with it, null for a reason in one's own words. */
  onChange: (reason: string, usual: number | null) => void;
  /** The keyboard begins here. */
  beginHere?: boolean;
}

/** What a visit is for: one of the usual reasons, or any other. */
export function ReasonField({ value, onChange, beginHere = false }: Props) {
  const { t } = useTranslation('day');
  const lengths = new Map<string, number>(
    reasonPresets.map(({ key, minutes }) => [t(`reason.${key}`), minutes]),
  );
  return (
    <Autocomplete
      label={t('field.reason')}
      placeholder={t('booking.reasonHint')}
      data={[...lengths.keys()]}
      value={value}
      onChange={(reason) => onChange(reason, lengths.get(reason) ?? null)}
      maxLength={200}
      name="reason"
      autoFocus={beginHere}
      openOnFocus={!beginHere}
      classNames={{ option: classes.option ?? '' }}
    />
  );
}
