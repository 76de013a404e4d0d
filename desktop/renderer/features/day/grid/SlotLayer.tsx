import { type MouseEvent, memo, useState } from 'react';
import type { ProviderId } from '#shared/ids.ts';
import { type Axis, heightOf, minute, momentAt, offsetOf, snap, timeLabel } from './axis.ts';
import classes from './DayGrid.module.css';
import { coarseStep } from './drag.ts';

interface Props {
  axis: Axis;
  providerId: ProviderId;
  /** Null where the person may not book. */
  onBook: ((providerId: ProviderId, at: number) => void) | null;
}

function slotUnder(axis: Axis, event: MouseEvent<HTMLElement>): number {
  const pixels = event.clientY - event.currentTarget.getBoundingClientRect().top;
  return snap(axis, momentAt(axis, Math.min(pixels, heightOf(axis) - 1)), coarseStep, Math.floor);
}

/** The free ground of a column: shows the quarter of an hour under the pointer and books it on a click. */
export const SlotLayer = memo(function SlotLayer({ axis, providerId, onBook }: Props) {
  const [hovered, setHovered] = useState<number | null>(null);
  return (
    // The keyboard has its own way to every slot: the cursor of the grid.
    <div
      className={classes.slots}
      data-testid={`slot-${providerId}`}
      data-bookable={onBook !== null || undefined}
      aria-hidden
      onMouseMove={(event) => onBook && event.buttons === 0 && setHovered(slotUnder(axis, event))}
      onMouseLeave={() => setHovered(null)}
      onClick={(event) => onBook?.(providerId, slotUnder(axis, event))}
    >
      {hovered !== null && (
        <span
          className={classes.slot}
          style={{
            top: offsetOf(axis, hovered),
            height: offsetOf(axis, hovered + coarseStep * minute) - offsetOf(axis, hovered),
          }}
        >
          + {timeLabel(hovered, axis.timeZone)}
        </span>
      )}
    </div>
  );
});
