import { Button } from '@mantine/core';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { useDay } from '../../store/day.ts';
import { useErrorWords } from '../../store/errorWords.ts';
import { useSelectedDate } from '../../store/view.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DayBar } from './bar/DayBar.tsx';
import { placedDraft } from './booking/draft.ts';
import { nextPlace } from './booking/nextPlace.ts';
import { NoticeBar } from './changes/NoticeBar.tsx';
import { DayMessages } from './DayMessages.tsx';
import classes from './DayScreen.module.css';
import { DayContext } from './dayContext.ts';
import type { DayView } from './dayView.ts';
import { DayGrid } from './grid/DayGrid.tsx';
import type { GridHandle } from './grid/useGridInput.ts';
import { Rail } from './panel/Rail.tsx';
import { takesEscape } from './takesEscape.ts';
import { useDayShortcuts } from './useDayShortcuts.ts';
import { useDayState } from './useDayState.ts';
import { useStepKeys } from './useStepKeys.ts';

/** The clinic day: a column per provider, and beside it what the person is looking at or doing. */
export function DayScreen() {
  const { date } = useSelectedDate();
  const { data, error, refetch } = useDay(date);
  const [last, setLast] = useState<DayView | null>(null);
  // Until the chosen day is read its columns stand empty, so that paging does not flash.
  if (data && data !== last) setLast(data);
  const shown = data ?? (last && !error ? emptied(last, date) : null);
  if (shown) return <Day day={shown} read={data !== undefined} readAgain={refetch} />;
  return <NotThere error={error} onAgain={() => void refetch()} />;
}

function emptied(day: DayView, date: DayView['date']): DayView {
  return { ...day, date, visits: [], waiting: [], kept: true };
}

function NotThere({ error, onAgain }: { error: ReturnType<typeof useDay>['error']; onAgain: () => void }) {
  const { t } = useTranslation('day');
  const words = useErrorWords();
  if (!error) return <div className={classes.opening} aria-busy role="status" aria-label={t('opening')} />;
  return (
    <EmptyState
      title={t('cannotOpen')}
      text={words(error.body)}
      action={<Button onClick={onAgain}>{t('tryAgain')}</Button>}
    />
  );
}

interface Props {
  day: DayView;
  /** The day itself is here, not only its columns. */
  read: boolean;
  readAgain: () => Promise<unknown>;
}

function Day({ day, read, readAgain }: Props) {
  const state = useDayState(day, readAgain);
  const { date, timeZone, rail } = state;
  const grid = useRef<GridHandle>(null);
  const [todayAsked, setTodayAsked] = useState(0);
  const [flowOpen, setFlowOpen] = useState(false);
  const { draft } = rail;
  const bookAt = useCallback(
    (providerId: ProviderId, at: number) =>
      draft((before) => placedDraft(before, { date, providerId, at }, timeZone)),
    [draft, date, timeZone],
  );
  const book = () => {
    const place = grid.current?.place();
    const beside = state.visitOf(place?.visitId ?? rail.selection ?? '');
    if (beside) draft((before) => placedDraft(before, nextPlace(state, beside, before), timeZone));
    else if (place) bookAt(place.providerId, place.at);
    else draft((before) => before ?? placedDraft(null, { date, providerId: null, at: null }, timeZone));
  };
  const onToday = () => setTodayAsked((asked) => asked + 1);
  useDayShortcuts({ may: state.may, onBook: state.may('appointment.book') ? book : null, onToday });
  const onStepKey = useStepKeys(state);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') onStepKey(event);
    else if (!event.defaultPrevented && !takesEscape(event.target)) rail.close();
  };
  return (
    <DayContext value={state}>
      <DayBar onBook={book} onToday={onToday} flowOpen={flowOpen} onFlow={() => setFlowOpen(!flowOpen)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: letters and Escape for whatever inside has the keyboard */}
      <div
        className={classes.screen}
        onKeyDown={onKeyDown}
        data-rail={rail.shown !== 'flow' || flowOpen || undefined}
      >
        <div className={classes.day}>
          <DayGrid handle={grid} onBook={bookAt} todayAsked={todayAsked} />
          {read && <DayMessages />}
          <NoticeBar />
        </div>
        <Rail flowOpen={flowOpen} onCloseFlow={() => setFlowOpen(false)} />
      </div>
    </DayContext>
  );
}
