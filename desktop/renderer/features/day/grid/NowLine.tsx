import { type Axis, offsetOf, timeLabel } from './axis.ts';
import classes from './DayGrid.module.css';

export function NowLine({ axis, now }: { axis: Axis; now: number }) {
  if (now < axis.start || now > axis.end) return null;
  return (
    <div className={classes.now} style={{ top: offsetOf(axis, now) + 1 }} data-testid="now-line" aria-hidden>
      <span className={classes.nowTime}>{timeLabel(now, axis.timeZone)}</span>
    </div>
  );
}
