import { IconStack2 } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { StatusIcon } from '../StatusIcon.tsx';
import text from './CardText.module.css';
import { type CardFacts, cardWords } from './cardWords.ts';
import type { Box } from './columnPlan.ts';
import classes from './VisitCard.module.css';

interface Props extends CardFacts, Box {
  selected: boolean;
  /** The one card the Tab key reaches. */
  tabbable: boolean;
  movable: boolean;
  /** Being dragged, or about to stand elsewhere. */
  leaving: boolean;
}

/** Lines of text that fit: a card is as tall as its visit is long. */
function linesIn(height: number): 1 | 2 | 3 | 4 {
  return height < 34 ? 1 : height < 58 ? 2 : height < 94 ? 3 : 4;
}

export const VisitCard = memo(function VisitCard({ selected, tabbable, movable, leaving, ...props }: Props) {
  const { t } = useTranslation(['day', 'clinic']);
  const { top, height, left, width } = props;
  const { appointment, patient } = props.visit;
  const lines = linesIn(height);
  const { range, status, pending, badge, label } = cardWords(t, props, lines < 3);
  const overbook = appointment.overbookReason !== null;
  return (
    <li
      className={classes.place}
      style={{ top, height, left: `${left * 100}%`, width: `${width * 100}%` }}
      data-leaving={leaving || undefined}
    >
      <button
        type="button"
        className={classes.card}
        data-visit={appointment.id}
        data-testid={`visit-${appointment.id}`}
        data-status={appointment.status}
        data-lines={lines}
        data-selected={selected || undefined}
        data-changed={badge !== null || undefined}
        data-pending={pending !== null || undefined}
        data-movable={movable || undefined}
        aria-pressed={selected}
        aria-label={label}
        tabIndex={tabbable ? 0 : -1}
      >
        <span className={text.name}>
          {overbook && lines < 3 && <IconStack2 size={13} stroke={2.1} className={text.stack} aria-hidden />}
          {patientName(patient)}
        </span>
        <span className={text.status}>
          <StatusIcon status={appointment.status} />
          <span>{pending ?? status}</span>
        </span>
        <span className={text.detail}>
          {range}
          {appointment.reason && ` · ${appointment.reason}`}
        </span>
        {overbook && lines >= 3 && (
          <span className={text.overbooked}>
            <IconStack2 size={12} aria-hidden />
            {t('overbooked')}
          </span>
        )}
        {badge && (
          <span className={text.changed}>
            <span>{badge.text}</span>
            <span>{badge.by}</span>
          </span>
        )}
      </button>
      {movable && <span className={classes.handle} data-resize={appointment.id} aria-hidden />}
    </li>
  );
});
