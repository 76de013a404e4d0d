import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { LocalDate } from '#shared/time.ts';
import { useSelectedDate } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import { wallLabel } from '../grid/axis.ts';
import classes from './BookingForm.module.css';
import { parseClock } from './clockText.ts';
import type { BookingDraft, DraftProblems } from './draft.ts';
import { LengthField } from './LengthField.tsx';

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
  const words = (key: DraftProblems[keyof DraftProblems]) => key && t(`problem.${key}`);
  const providers = [...day.providers].sort((a, b) => a.position - b.position);
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
        <DayField date={draft.date} onChange={(date) => onChange({ date })} />
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
      <LengthField value={draft.length} error={words(problems.length)} onChange={onLength} />
    </>
  );
}

/** The grid goes to the day chosen, to show what is there. */
function DayField({ date, onChange }: { date: LocalDate; onChange: (date: LocalDate) => void }) {
  const { t } = useTranslation('day');
  const { show } = useSelectedDate();
  const choose = (value: string | null) => {
    const chosen = LocalDate.safeParse(value);
    if (!chosen.success) return;
    onChange(chosen.data);
    show(chosen.data);
  };
  return (
    <DateInput
      wrapperProps={{ 'data-keeps-escape': true }}
      label={t('field.day')}
      value={date}
      onChange={choose}
      valueFormat="ddd, MMM D"
      weekendDays={[]}
      popoverProps={{ position: 'bottom-start' }}
      name="date"
    />
  );
}
