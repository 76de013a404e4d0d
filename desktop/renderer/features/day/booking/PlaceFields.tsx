import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { longestMinutes } from '#shared/schedule.ts';
import { LocalDate } from '#shared/time.ts';
import { useSelectedDate } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import { wallLabel } from '../grid/axis.ts';
import classes from './BookingForm.module.css';
import { parseClock } from './clockText.ts';
import type { BookingDraft, DraftProblems } from './draft.ts';
import { usualLengths } from './reasons.ts';

interface Props {
  draft: BookingDraft;
  problems: DraftProblems;
  onChange: (part: Partial<BookingDraft>) => void;
  onLength: (length: number | null) => void;
}

/** With whom, when and for how long. */
export function PlaceFields({ draft, problems, onChange, onLength }: Props) {
  const { t } = useTranslation('day');
  const { day } = useDayContext();
  const { show } = useSelectedDate();
  const words = (key: DraftProblems[keyof DraftProblems]) => key && t(`problem.${key}`);
  const providers = [...day.providers].sort((a, b) => a.position - b.position);
  const onDate = (value: string | null) => {
    const date = LocalDate.safeParse(value);
    if (!date.success) return;
    onChange({ date: date.data });
    show(date.data);
  };
  const tidyTime = () => {
    const minutes = parseClock(draft.time);
    if (minutes !== null) onChange({ time: wallLabel(minutes) });
  };
  return (
    <>
      <Select
        label={t('field.provider')}
        placeholder={t('booking.providerHint')}
        data={providers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={draft.providerId}
        error={words(problems.providerId)}
        onChange={(value) => onChange({ providerId: value as ProviderId | null })}
        allowDeselect={false}
        name="provider"
        classNames={{ option: classes.option ?? '' }}
      />
      <div className={classes.row}>
        <DateInput
          wrapperProps={{ 'data-keeps-escape': true }}
          label={t('field.day')}
          value={draft.date}
          onChange={onDate}
          valueFormat="ddd, MMM D"
          weekendDays={[]}
          popoverProps={{ position: 'bottom-start' }}
          name="date"
        />
        <TextInput
          label={t('field.time')}
          placeholder="9:30"
          value={draft.time}
          error={words(problems.time)}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
          onBlur={tidyTime}
          maxLength={10}
          name="time"
          autoComplete="off"
        />
      </div>
      <div>
        <NumberInput
          label={t('field.length')}
          value={draft.length ?? ''}
          error={words(problems.length)}
          onChange={(value) => onLength(typeof value === 'number' ? value : null)}
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
              variant={draft.length === minutes ? 'filled' : 'default'}
              aria-pressed={draft.length === minutes}
              onClick={() => onLength(minutes)}
            >
              {minutes}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
