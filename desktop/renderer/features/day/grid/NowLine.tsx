import { type Axis, offsetOf, timeLabel } from './axis.ts';
import classes from './DayGrid.module.css';

interface Props {
  axis: Axis;
  /** Null on another day than today. */
  now: number | null;
}

function topOf(axis: Axis, now: number | null): number | null {
  return now === null || now < axis.start || now > axis.end ? null : offsetOf(axis, now);
}

/** Across the columns; twice, once under the cards and once over them. */
export function NowLine({ axis, now, over = false }: Props & { over?: boolean }) {
  const top = topOf(axis, now);
  if (top === null) return null;
  return <span className={over ? classes.nowOver : classes.now} style={{ top }} aria-hidden />;
}

/** The time itself, among the hours. */
export function NowTime({ axis, now }: Props) {
  const top = topOf(axis, now);
  if (top === null || now === null) return null;
  return (
    <span className={classes.nowTime} style={{ top }} data-testid="now" aria-hidden>
      {timeLabel(now, axis.timeZone)}
    </span>
  );
}
