import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { atWallMinutes, type LocalDate } from '#shared/time.ts';
import { useReveal } from '../../../store/view.ts';
import classes from '../booking/BookingForm.module.css';
import { PlaceFields } from '../booking/PlaceFields.tsx';
import { PlaceHints } from '../booking/PlaceHints.tsx';
import { TakenBox } from '../booking/TakenBox.tsx';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { leaveOnEscape } from './leaveOnEscape.ts';
import { PanelPart } from './PanelFrame.tsx';
import { useMoveForm } from './useMoveForm.ts';

const noon = 12 * 60;

/** Puts a visit on another day, time or provider by typing it. The visit stays where it is until it is sent. */
export function MoveForm({ visit }: { visit: Visit }) {
  const { t } = useTranslation('day');
  const { rail, timeZone, may } = useDayContext();
  const { form, seen, draft, change, problems, place, taken, busy, overbook, submit } = useMoveForm(visit);
  const reveal = useReveal();
  // The visit stays the one in the panel while the grid goes to look at another day.
  const showDay = (date: LocalDate) =>
    reveal({ id: visit.appointment.id, scheduledStart: atWallMinutes(date, noon, timeZone) });
  const leave = () => rail.askStep(visit.appointment.id, null);
  const mayNot = taken && (!may('appointment.overbook') || overbook.reason.trim() === '');
  return (
    <PanelPart title={t('move.title')}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        data-testid="move-form"
        onKeyDown={leaveOnEscape(leave)}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <PlaceFields
          beginHere
          draft={draft}
          problems={problems}
          onChange={change}
          onDay={showDay}
          onLength={(length) => change({ length })}
        />
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
        <ChangedElsewhere seen={seen} />
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={mayNot || seen.changed} data-testid="submit-move">
            {taken ? t('taken.moveAnyway') : t('move.now')}
          </Button>
          <Button variant="subtle" onClick={leave}>
            {t('back')}
          </Button>
        </Group>
      </form>
    </PanelPart>
  );
}
