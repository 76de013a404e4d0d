import { useDayContext } from '../dayContext.ts';
import { minutesLate, waitingCount } from '../flow/lateness.ts';
import { ColumnHeader } from './ColumnHeader.tsx';
import type { ColumnPlan } from './columnPlan.ts';
import classes from './DayGrid.module.css';

/** Who the columns are, above them however far one scrolls. */
export function ColumnHeaders({ plans }: { plans: readonly ColumnPlan[] }) {
  const { isToday, now } = useDayContext();
  return (
    <>
      <div className={classes.corner} />
      <div className={classes.headers}>
        {plans.map(({ provider, visits }) => {
          const appointments = visits.map(({ visit }) => visit.appointment);
          return (
            <ColumnHeader
              key={provider.id}
              provider={provider}
              late={isToday ? minutesLate(appointments, now) : null}
              waiting={isToday ? waitingCount(appointments) : 0}
              visits={appointments.filter(({ status }) => status !== 'cancelled').length}
            />
          );
        })}
      </div>
    </>
  );
}
