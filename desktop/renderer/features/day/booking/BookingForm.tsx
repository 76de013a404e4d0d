import { Autocomplete, Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayContext } from '../dayContext.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import classes from './BookingForm.module.css';
import type { BookingDraft } from './draft.ts';
import { PatientField } from './PatientField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { reasonPresets } from './reasons.ts';
import { TakenBox } from './TakenBox.tsx';
import { useBooking } from './useBooking.ts';
import { usePlaceCheck } from './usePlaceCheck.ts';

/** A new visit. What it asks for also shows on the grid, and a click there moves it. */
export function BookingForm({ draft }: { draft: BookingDraft }) {
  const { t } = useTranslation('day');
  const { rail, timeZone, may } = useDayContext();
  const change = (part: Partial<BookingDraft>) => rail.draft((before) => ({ ...(before ?? draft), ...part }));
  const [lengthChosen, setLengthChosen] = useState(false);
  const place = usePlaceCheck(draft);
  const { problems, sentence, busy, overbook, submit } = useBooking(
    draft,
    change,
    place.conflicts.length > 0,
  );
  const onReason = (reason: string) => {
    const preset = reasonPresets.find(({ key }) => t(`reason.${key}`) === reason);
    change(preset && !lengthChosen ? { reason, length: preset.minutes } : { reason });
  };
  const onLength = (length: number | null) => {
    setLengthChosen(true);
    change({ length });
  };
  return (
    <PanelFrame title={t('booking.title')} onClose={rail.close}>
      <form
        className={classes.form}
        noValidate
        data-testid="booking-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PatientField draft={draft} problems={problems} onChange={change} />
        <Autocomplete
          label={t('field.reason')}
          placeholder={t('booking.reasonHint')}
          data={reasonPresets.map(({ key }) => t(`reason.${key}`))}
          value={draft.reason}
          onChange={onReason}
          maxLength={200}
          name="reason"
          classNames={{ option: classes.option ?? '' }}
        />
        <PlaceFields draft={draft} problems={problems} onChange={change} onLength={onLength} />
        {place.conflicts.length > 0 && (
          <TakenBox
            conflicts={place.conflicts}
            visitOf={place.visitOf}
            freeTimes={place.freeTimes}
            timeZone={timeZone}
            onTime={place.take(change)}
            overbook={may('appointment.overbook') ? overbook : null}
          />
        )}
        {place.past && <p className={classes.hint}>{t('booking.past')}</p>}
        {place.closed && <p className={classes.hint}>{t('booking.closed')}</p>}
        <Textarea
          label={t('field.note')}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
          maxLength={200}
          autosize
          minRows={1}
          maxRows={5}
          name="note"
        />
        {sentence && (
          <p className={classes.problem} role="alert">
            {sentence}
          </p>
        )}
        <Group gap="xs">
          <Button type="submit" loading={busy} data-testid="submit-booking">
            {place.conflicts.length > 0 ? t('booking.overbook') : t('booking.book')}
          </Button>
          <Button variant="subtle" onClick={rail.endBooking}>
            {t('booking.discard')}
          </Button>
        </Group>
      </form>
    </PanelFrame>
  );
}
