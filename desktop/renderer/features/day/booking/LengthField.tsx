import { Button, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longestMinutes } from '#shared/schedule.ts';
import classes from './BookingForm.module.css';
import { usualLengths } from './reasons.ts';

interface Props {
  /** Minutes; null while the field is empty. */
  value: number | null;
  error: string | undefined;
  onChange: (minutes: number | null) => void;
}

export function LengthField({ value, error, onChange }: Props) {
  const { t } = useTranslation('day');
  return (
    <div>
      <NumberInput
        label={t('field.length')}
        value={value ?? ''}
        error={error}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
        min={0}
        max={longestMinutes}
        step={5}
        suffix={t('minutesSuffix')}
        allowDecimal={false}
        name="length"
      />
      <div className={classes.lengths}>
        {usualLengths.map((minutes) => (
          <Button
            key={minutes}
            size="compact-sm"
            variant={value === minutes ? 'filled' : 'default'}
            aria-pressed={value === minutes}
            onClick={() => onChange(minutes)}
          >
            {minutes}
          </Button>
        ))}
      </div>
    </div>
  );
}
