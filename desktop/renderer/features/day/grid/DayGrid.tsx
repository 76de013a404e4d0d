import { type CSSProperties, type Ref, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { useDraftPlace } from '../booking/useDraftPlace.ts';
import { useDayContext } from '../dayContext.ts';
import { type Axis, heightOf, offsetOf } from './axis.ts';
import { Column } from './Column.tsx';
import { ColumnHeaders } from './ColumnHeaders.tsx';
import { planColumns } from './columnPlan.ts';
import classes from './DayGrid.module.css';
import type { Tentative } from './dragSession.ts';
import { axisWidth, headerHeight, narrowestColumn } from './measures.ts';
import { NowLine } from './NowLine.tsx';
import { SlotCursor } from './SlotCursor.tsx';
import { TentativeLayer } from './TentativeLayer.tsx';
import { TimeAxis } from './TimeAxis.tsx';
import { type GridHandle, useGridInput } from './useGridInput.ts';
import { useGridScroll } from './useGridScroll.ts';
import { useKeepInSight } from './useKeepInSight.ts';

interface Props {
  handle: Ref<GridHandle>;
  onBook: (providerId: ProviderId, at: number) => void;
  /** Grows when today was asked for. */
  todayAsked: number;
}

/** What the style sheet reckons with. */
function sizesOf(axis: Axis, columns: number): CSSProperties {
  const sizes = {
    '--header': `${headerHeight}px`,
    '--axis': `${axisWidth}px`,
    '--columns': columns,
    '--narrowest': `${narrowestColumn}px`,
    '--height': `${heightOf(axis)}px`,
  };
  return sizes as CSSProperties;
}

/** Clinic hours down the side, a column per provider, and everything one does there with mouse and keyboard. */
export function DayGrid({ handle, onBook, todayAsked }: Props) {
  const { t } = useTranslation('day');
  const { axis, day, providers, pending, now, isToday, may, rail } = useDayContext();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => providers.map((provider) => provider.id), [providers]);
  const plans = useMemo(
    () => planColumns(axis, providers, day.visits, pending.ghosts),
    [axis, providers, day.visits, pending.ghosts],
  );
  const clock = isToday ? now : null;
  const start = isToday && now < axis.end ? Math.max(now, axis.start) : axis.opens;
  useGridScroll(scroller, axis, { at: start, todayAsked });
  useKeepInSight(scroller);
  const input = useGridInput({ scroller, columns, plans, ids, start, onBook, handle });
  const { focus, tentative } = input;
  const draft = useDraftPlace();
  const asked: Tentative | null = rail.taken && { kind: 'move', ...rail.taken };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={sizesOf(axis, providers.length)}
      data-testid="day-grid"
      data-dragging={input.dragging || undefined}
    >
      <div className={classes.sheet}>
        <ColumnHeaders plans={plans} />
        <TimeAxis axis={axis} now={clock} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups the columns for all input at once */}
        <div
          ref={columns}
          className={classes.columns}
          role="group"
          aria-label={t('gridLabel')}
          {...input.handlers}
        >
          <ClosedHours axis={axis} />
          <NowLine axis={axis} now={clock} />
          {plans.map((plan) => (
            <Column
              key={plan.provider.id}
              axis={axis}
              plan={plan}
              focused={focus?.visitId ?? null}
              dragged={tentative?.visit.appointment.id ?? null}
              onBook={may('appointment.book') ? onBook : null}
            />
          ))}
          {focus && focus.visitId === null && <SlotCursor focus={focus} providers={ids} />}
          <NowLine axis={axis} now={clock} over />
          <TentativeLayer providers={ids} tentative={tentative ?? asked} draft={draft} />
        </div>
      </div>
    </div>
  );
}

/** What an early or late visit adds to the hours of the clinic. */
function ClosedHours({ axis }: { axis: Axis }) {
  return (
    <>
      <span className={classes.closed} style={{ top: 0, height: offsetOf(axis, axis.opens) }} />
      <span className={classes.closed} style={{ top: offsetOf(axis, axis.closes), bottom: 0 }} />
    </>
  );
}
