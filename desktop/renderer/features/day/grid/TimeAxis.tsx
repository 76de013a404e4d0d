import { type Axis, offsetOf } from './axis.ts';
import classes from './DayGrid.module.css';
import { NowTime } from './NowLine.tsx';

/** Pixels between an hour and the time of now under which the one would show half from behind the other. */
const apart = 17;
/** The first hour stands below its line, so as not to lie under the header. */
const firstBelow = 11;

/** The hours down the left side. What they say is on every card too, so they are for the eye only. */
export function TimeAxis({ axis, now }: { axis: Axis; now: number | null }) {
  const covered = (at: number, index: number) =>
    now !== null &&
    Math.abs(offsetOf(axis, at) + (index === 0 ? firstBelow : 0) - offsetOf(axis, now)) < apart;
  return (
    <div className={classes.axis} aria-hidden>
      {axis.hours.map(({ at, label, zone }, index) => (
        <span
          key={at}
          className={classes.hour}
          style={{ top: offsetOf(axis, at) }}
          data-covered={covered(at, index) || undefined}
        >
          {label}
          {zone && <small>{zone}</small>}
        </span>
      ))}
      <NowTime axis={axis} now={now} />
    </div>
  );
}
