import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { LocalDate } from '#shared/time.ts';
import { useDayContext } from '../dayContext.ts';
import { wallLabel } from '../grid/axis.ts';
import classes from './BookingForm.module.css';
import { parseClock } from './clockText.ts';
import { parseDay } from './dayText.ts';
import type { DraftProblems, PlaceDraft } from './draft.ts';
import { LengthField } from './LengthField.tsx';

interface Props {
  draft: PlaceDraft;
  problems: DraftProblems;
  onChange: (part: Partial<PlaceDraft>) => void;
  onLength: (length: number | null) => void;
  /** Goes to the day chosen, to show what is there. */
  onDay: (date: LocalDate) => void;
  /** The keyboard begins at the time. */
  beginHere?: boolean;
}

/** With whom, when and for how long. */
export function PlaceFields({ draft, problems, onChange, onLength, onDay, beginHere = false }: Props) {
  const { t } = useTranslation('day');
  const { day } = useDayContext();
  const words = (key: DraftProblems[keyof DraftProblems]) => key && t(`problem.${key}`);
  const providers = [...day.providers].sort((a, b) => a.position - b.position);
  const tidyTime = () => {
    const minutes = parseClock(draft.time);
    if (minutes !== null) onChange({ time: wallLabel(minutes) });
  };
  const chooseDay = (date: LocalDate) => {
    onChange({ date });
    onDay(date);
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
        <DayField date={draft.date} onChange={chooseDay} />
        <TextInput
          label={t('field.time')}
          placeholder="9:30"
          value={draft.time}
          error={words(problems.time)}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
          onBlur={tidyTime}
          maxLength={10}
          name="time"
          autoFocus={beginHere}
          autoComplete="off"
        />
      </div>
      <LengthField value={draft.length} error={words(problems.length)} onChange={onLength} />
    </>
  );
}

function DayField({ date, onChange }: { date: LocalDate; onChange: (date: LocalDate) => void }) {
  const { t } = useTranslation('day');
  const { today } = useDayContext();
  const choose = (value: string | null) => {
    const chosen = LocalDate.safeParse(value);
    if (chosen.success) onChange(chosen.data);
  };
  return (
    <DateInput
      wrapperProps={{ 'data-keeps-escape': true }}
      label={t('field.day')}
      value={date}
      onChange={choose}
      valueFormat="ddd, MMM D"
      dateParser={(typed) => parseDay(typed, today)}
      weekendDays={[]}
      popoverProps={{ position: 'bottom-start' }}
      name="date"
    />
  );
}
