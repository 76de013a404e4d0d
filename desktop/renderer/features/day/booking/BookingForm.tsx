import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelectedDate } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import classes from './BookingForm.module.css';
import type { BookingDraft } from './draft.ts';
import { NoteField } from './NoteField.tsx';
import { PatientField } from './PatientField.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { PlaceHints } from './PlaceHints.tsx';
import { ReasonField } from './ReasonField.tsx';
import { TakenBox } from './TakenBox.tsx';
import { useBooking } from './useBooking.ts';
import { usePlaceCheck } from './usePlaceCheck.ts';

/** A new visit. What it asks for also shows on the grid, and a click there moves it. */
export function BookingForm({ draft }: { draft: BookingDraft }) {
  const { t } = useTranslation('day');
  const { rail, timeZone, may } = useDayContext();
  const change = (part: Partial<BookingDraft>) => rail.draft((before) => ({ ...(before ?? draft), ...part }));
  const { show } = useSelectedDate();
  const [lengthChosen, setLengthChosen] = useState(false);
  const place = usePlaceCheck(draft);
  const taken = place.conflicts.length > 0;
  const { form, problems, sentence, busy, overbook, submit } = useBooking(draft, change, taken);
  const onReason = (reason: string, usual: number | null) =>
    change(usual !== null && !lengthChosen ? { reason, length: usual } : { reason });
  const onLength = (length: number | null) => {
    setLengthChosen(true);
    change({ length });
  };
  return (
    <PanelFrame title={t('booking.title')} onClose={rail.close}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        data-testid="booking-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PatientField draft={draft} problems={problems} onChange={change} />
        <ReasonField value={draft.reason} onChange={onReason} />
        <PlaceFields draft={draft} problems={problems} onChange={change} onLength={onLength} onDay={show} />
        {taken && (
          <TakenBox
            conflicts={place.conflicts}
            visitOf={place.visitOf}
            freeTimes={place.freeTimes}
            timeZone={timeZone}
            onTime={place.take(change)}
            overbook={may('appointment.overbook') ? overbook : null}
          />
        )}
        <PlaceHints past={place.past} closed={place.closed} />
        <NoteField value={draft.note} onChange={(note) => change({ note })} />
        {sentence && (
          <p className={classes.problem} role="alert">
            {sentence}
          </p>
        )}
        <Send
          busy={busy}
          taken={taken}
          unsaid={taken && may('appointment.overbook') && overbook.reason.trim() === ''}
        />
      </form>
    </PanelFrame>
  );
}

/** `unsaid`: why it is overbooked is still to be given. */
function Send({ busy, taken, unsaid }: { busy: boolean; taken: boolean; unsaid: boolean }) {
  const { t } = useTranslation('day');
  const { rail } = useDayContext();
  return (
    <Group gap="xs">
      <Button type="submit" loading={busy} disabled={unsaid} data-testid="submit-booking">
        {taken ? t('booking.overbook') : t('booking.book')}
      </Button>
      <Button variant="subtle" onClick={rail.endBooking}>
        {t('booking.discard')}
      </Button>
    </Group>
  );
}
