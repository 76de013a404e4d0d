import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { BookingForm } from '../booking/BookingForm.tsx';
import { TakenPanel } from '../changes/TakenPanel.tsx';
import { useDayContext } from '../dayContext.ts';
import { FlowPanel } from '../flow/FlowPanel.tsx';
import classes from './Rail.module.css';
import { useKeepKeyboard } from './useKeepKeyboard.ts';
import { VisitPanel } from './VisitPanel.tsx';

interface Props {
  /** In a small window the flow shows only when asked for. */
  flowOpen: boolean;
  onCloseFlow: () => void;
}

/** The right side: one thing at a time, never on top of the place it is about. */
export function Rail({ flowOpen, onCloseFlow }: Props) {
  const { t } = useTranslation('day');
  const { rail } = useDayContext();
  const { shown, booking, selection, taken } = rail;
  const panel = useRef<HTMLElement>(null);
  useFocusBack(selection);
  useKeepKeyboard(panel);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={classes.rail}
      aria-label={t(`panel.${shown}`)}
      data-testid="panel"
      data-panel={shown}
      data-open={shown !== 'flow' || flowOpen || undefined}
    >
      {booking && shown !== 'booking' && (
        <div className={classes.kept}>
          <IconCalendarPlus size={17} aria-hidden />
          <span>
            {booking.patient
              ? t('booking.keptFor', { name: patientName(booking.patient) })
              : t('booking.kept')}
          </span>
          <Button size="compact-sm" onClick={() => rail.draft((draft) => draft ?? booking)}>
            {t('booking.goOn')}
          </Button>
        </div>
      )}
      {shown === 'booking' && booking && <BookingForm draft={booking} />}
      {shown === 'taken' && taken && <TakenPanel key={taken.visit.appointment.id} taken={taken} />}
      {shown === 'visit' && selection && <VisitPanel key={selection} id={selection} />}
      {shown === 'flow' && <FlowPanel onClose={onCloseFlow} />}
    </aside>
  );
}

/** When what has the keyboard is closed, the keyboard goes back to the card it came from. */
function useFocusBack(selection: string | null): void {
  const last = useRef(selection);
  useEffect(() => {
    const from = last.current;
    last.current = selection;
    if (from === null || selection !== null || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-visit="${from}"]`)?.focus({ preventScroll: true });
  }, [selection]);
}
