import { useTranslation } from 'react-i18next';
import type { ProviderId } from '#shared/ids.ts';
import { patientName } from '../../../store/names.ts';
import { conflictsOf } from '../booking/freeTimes.ts';
import { useDayContext } from '../dayContext.ts';
import { duration } from '../statusWords.ts';
import { minute, timeLabel } from './axis.ts';
import { verticalOf } from './columnPlan.ts';
import type { Span } from './drag.ts';
import type { Tentative } from './dragSession.ts';
import classes from './Ghost.module.css';

interface Props {
  providers: readonly ProviderId[];
  tentative: Tentative | null;
  /** The place the open booking form asks for, and for whom. */
  draft: { span: Span; name: string } | null;
}

/** Over the cards: what is being dragged, and where the booking in the form would stand. */
export function TentativeLayer({ providers, tentative, draft }: Props) {
  return (
    <div className={classes.layer} data-testid="tentative">
      {draft && <Placed providers={providers} span={draft.span} name={draft.name} moving={null} />}
      {tentative && (
        <Placed
          providers={providers}
          span={tentative.to}
          name={patientName(tentative.visit.patient)}
          moving={tentative.visit.appointment.id}
        />
      )}
    </div>
  );
}

interface PlacedProps {
  providers: readonly ProviderId[];
  span: Span;
  name: string;
  moving: Tentative['visit']['appointment']['id'] | null;
}

function Placed({ providers, span, name, moving }: PlacedProps) {
  const { t } = useTranslation(['day', 'clinic']);
  const { axis, day, timeZone } = useDayContext();
  const index = providers.indexOf(span.providerId);
  if (index < 0 || span.end <= axis.start || span.start >= axis.end) return null;
  const { top, height } = verticalOf(axis, span);
  const taker = conflictsOf(day.visits, span, moving)[0];
  const place = {
    top,
    height,
    left: `${(index / providers.length) * 100}%`,
    width: `${100 / providers.length}%`,
  };
  return (
    <div className={classes.inColumn} style={place}>
      <div
        className={`${classes.ghost} ${classes.lifted}`}
        data-taken={taker ? true : undefined}
        data-low={height < 34 || undefined}
        data-tentative
      >
        <span className={classes.time}>
          {timeLabel(span.start, timeZone)}–{timeLabel(span.end, timeZone)}
        </span>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>
          {taker
            ? t('takenBy', { who: patientName(taker.patient) })
            : duration(t, (span.end - span.start) / minute)}
        </span>
      </div>
    </div>
  );
}
