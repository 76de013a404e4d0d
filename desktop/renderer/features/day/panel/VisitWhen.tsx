import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '#shared/time.ts';
import { useClinicTime } from '../../../store/clinicTime.ts';
import { useReveal } from '../../../store/view.ts';
import { spanOf } from '../booking/freeTimes.ts';
import { canMove, moveKey } from '../canMove.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { minute } from '../grid/axis.ts';
import { duration } from '../statusWords.ts';
import { MoveForm } from './MoveForm.tsx';
import { PanelPart } from './PanelFrame.tsx';
import classes from './VisitPanel.module.css';

/** Where the visit stands in the calendar, to read or to move. */
export function VisitWhen({ visit }: { visit: Visit }) {
  const { may, pending, rail } = useDayContext();
  const { id } = visit.appointment;
  const movable = canMove(visit.appointment, may) && !pending.marks.has(id);
  // A move under way keeps its form, so that nothing typed is lost when it is refused.
  if (rail.asking === 'move' && canMove(visit.appointment, may)) return <MoveForm visit={visit} />;
  return <PlaceOf visit={visit} movable={movable} />;
}

function PlaceOf({ visit: { appointment }, movable }: { visit: Visit; movable: boolean }) {
  const { t } = useTranslation(['day', 'clinic']);
  const { timeZone, date, rail, nameOfProvider } = useDayContext();
  const { longDay } = useClinicTime();
  const reveal = useReveal();
  const day = localDateOf(appointment.scheduledStart, timeZone);
  const { start, end } = spanOf(appointment);
  const { room, overbookReason, cancelReason } = appointment;
  return (
    <PanelPart
      title={t('when')}
      aside={movable && <MoveButton onClick={() => rail.askStep(appointment.id, 'move')} />}
    >
      {day !== date && (
        <p className={classes.text}>
          {t('onAnotherDay', { day: longDay(day) })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => reveal(appointment)}>
            {t('showDay')}
          </Button>
        </p>
      )}
      <dl className={classes.facts}>
        <dt>{t('field.time')}</dt>
        <dd>
          {timeRange(appointment, timeZone)} · {duration(t, (end - start) / minute)}
        </dd>
        <dt>{t('field.provider')}</dt>
        <dd>{nameOfProvider(appointment.providerId)}</dd>
        {room !== null && (
          <>
            <dt>{t('field.room')}</dt>
            <dd>{room}</dd>
          </>
        )}
        {overbookReason !== null && (
          <>
            <dt>{t('overbooked')}</dt>
            <dd>{overbookReason}</dd>
          </>
        )}
        {cancelReason !== null && appointment.status === 'cancelled' && (
          <>
            <dt>{t('clinic:status.cancelled')}</dt>
            <dd>{cancelReason}</dd>
          </>
        )}
      </dl>
    </PanelPart>
  );
}

function MoveButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('day');
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={onClick}
      data-testid="move-visit"
      aria-keyshortcuts={moveKey}
    >
      {t('move.open')}
      <span className={classes.key} aria-hidden>
        {moveKey}
      </span>
    </Button>
  );
}
