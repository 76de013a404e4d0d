import { useTranslation } from 'react-i18next';
import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import { movableStatuses } from '#shared/schedule.ts';
import { useRecentChanges } from '../../../store/view.ts';
import { useDayContext } from '../dayContext.ts';
import type { Axis } from './axis.ts';
import type { ColumnPlan } from './columnPlan.ts';
import classes from './DayGrid.module.css';
import { GhostCard } from './GhostCard.tsx';
import { SlotLayer } from './SlotLayer.tsx';
import { VisitCard } from './VisitCard.tsx';

interface Props {
  axis: Axis;
  plan: ColumnPlan;
  /** The visit of this column the keyboard is on. */
  focused: AppointmentId | null;
  /** The visit being dragged, whatever its column. */
  dragged: AppointmentId | null;
  onBook: ((providerId: ProviderId, at: number) => void) | null;
}

export function Column({ axis, plan, focused, dragged, onBook }: Props) {
  const { t } = useTranslation('day');
  const { pending, rail, may, now, isToday, timeZone } = useDayContext();
  const recent = useRecentChanges();
  const { provider, visits, ghosts } = plan;
  const mayMove = may('appointment.move');
  return (
    <section
      className={classes.column}
      data-testid={`column-${provider.id}`}
      aria-label={t('columnLabel', { provider: provider.displayName, count: visits.length })}
    >
      <SlotLayer axis={axis} providerId={provider.id} onBook={onBook} />
      <ul className={classes.cards}>
        {visits.map(({ visit, box }) => {
          const { id, status } = visit.appointment;
          const mark = pending.marks.get(id);
          return (
            <VisitCard
              key={id}
              visit={visit}
              {...box}
              mark={mark}
              change={recent.get(id)}
              now={now}
              isToday={isToday}
              timeZone={timeZone}
              selected={rail.selection === id}
              tabbable={focused === id}
              movable={mayMove && !mark && movableStatuses.has(status)}
              leaving={dragged === id || mark?.type === 'appointment.move'}
            />
          );
        })}
        {ghosts.map(({ ghost, box }) => (
          <GhostCard key={ghost.key} ghost={ghost} box={box} />
        ))}
      </ul>
    </section>
  );
}
