import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { useDayContext } from '../dayContext.ts';
import { minute, timeLabel } from './axis.ts';
import { verticalOf } from './columnPlan.ts';
import { coarseStep } from './drag.ts';
import type { Focus } from './focus.ts';
import classes from './Ghost.module.css';

/** Where the keyboard stands on free time: one element that wanders, so that the grid stays one tab stop. */
export function SlotCursor({ focus, providers }: { focus: Focus; providers: readonly ProviderId[] }) {
  const { t } = useTranslation('day');
  const { axis, timeZone, nameOfProvider, may } = useDayContext();
  const time = timeLabel(focus.at, timeZone);
  const index = providers.indexOf(focus.providerId);
  const { top, height } = verticalOf(axis, { start: focus.at, end: focus.at + coarseStep * minute });
  const place = {
    top,
    height,
    left: `${(index / providers.length) * 100}%`,
    width: `${100 / providers.length}%`,
  };
  const what = { time, provider: nameOfProvider(focus.providerId) };
  return (
    <div className={classes.inColumn} style={place}>
      <button
        type="button"
        className={classes.cursor}
        data-slot-cursor
        aria-label={may('appointment.book') ? t('freeBook', what) : t('free', what)}
      >
        {may('appointment.book') && '+ '}
        {time}
      </button>
    </div>
  );
}
