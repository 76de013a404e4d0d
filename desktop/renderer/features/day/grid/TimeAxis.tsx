import { type Axis, offsetOf } from './axis.ts';
import classes from './DayGrid.module.css';
import { NowTime } from './NowLine.tsx';

/** The hours down the left side. What they say is on every card too, so they are for the eye only. */
export function TimeAxis({ axis, now }: { axis: Axis; now: number | null }) {
  return (
    <div className={classes.axis} aria-hidden>
      {axis.hours.map(({ at, label, zone }) => (
        <span key={at} className={classes.hour} style={{ top: offsetOf(axis, at) }}>
          {label}
          {zone && <small>{zone}</small>}
        </span>
      ))}
      <NowTime axis={axis} now={now} />
    </div>
  );
}
