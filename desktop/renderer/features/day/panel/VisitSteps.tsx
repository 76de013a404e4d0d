import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppointmentStatus, VisitStep } from '#shared/schedule.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { stepKeys } from '../grid/keyboard.ts';
import { StatusIcon } from '../StatusIcon.tsx';
import { statusWords } from '../statusWords.ts';
import { asks, offeredSteps, usualStep } from '../visitSteps.ts';
import { StepQuestion } from './StepQuestion.tsx';
import { useSettled } from './useSettled.ts';
import classes from './VisitPanel.module.css';

/** Steps that end a visit before it was held: in red, and never the first. */
const ending: ReadonlySet<VisitStep> = new Set(['cancel', 'markNoShow']);

/** Where the visit stands and what may come next: what the table of steps and the person's rights leave. */
export function VisitSteps({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['day', 'clinic']);
  const { now, isToday, may, pending, rail, changes } = useDayContext();
  const { appointment } = visit;
  const { status, id, version } = appointment;
  const mark = pending.marks.get(id);
  const offered = offeredSteps(status, may);
  const usual = usualStep(status, offered);
  const others = offered.filter((step) => step !== usual);
  const settled = useSettled(version);
  const take = (step: VisitStep) => {
    if (!settled()) return;
    if (asks(step)) rail.askStep(id, step);
    else void changes.step(visit, { step }, version);
  };
  const { asking: asked } = rail;
  const asking = asked !== null && asked !== 'move' && offered.includes(asked) ? asked : null;
  return (
    <div className={classes.card}>
      <div className={classes.state} data-status={status}>
        <StatusIcon status={status} size={17} />
        {statusWords(t, appointment, now, isToday)}
      </div>
      {mark && (
        <p className={classes.soft}>{t(`pending.${mark.state}`, { what: t(`command.${mark.type}`) })}</p>
      )}
      {!mark && asking && <StepQuestion key={asking} visit={visit} step={asking} />}
      {!mark && !asking && offered.length > 0 && (
        <div className={classes.stepRows}>
          {usual && <StepButton step={usual} status={status} usual onTake={take} />}
          {others.length > 0 && (
            <div className={classes.steps}>
              {others.map((step) => (
                <StepButton key={step} step={step} status={status} onTake={take} />
              ))}
            </div>
          )}
        </div>
      )}
      {!mark && offered.length === 0 && <p className={classes.soft}>{t('noSteps')}</p>}
    </div>
  );
}

interface StepProps {
  step: VisitStep;
  /** Where the visit stands now. */
  status: AppointmentStatus;
  /** The one that usually comes next stands out. */
  usual?: boolean;
  onTake: (step: VisitStep) => void;
}

function StepButton({ step, status, usual = false, onTake }: StepProps) {
  const label = useStepLabel(status);
  return (
    <Button
      size={usual ? 'sm' : 'compact-sm'}
      px={usual ? 'md' : 6}
      className={ending.has(step) ? (classes.ending ?? '') : ''}
      variant={usual ? 'filled' : step === 'stepBack' ? 'subtle' : 'default'}
      onClick={() => onTake(step)}
      data-testid={`step-${step}`}
      aria-keyshortcuts={stepKeys[step]}
    >
      {label(step)}
      <span className={classes.key} aria-hidden>
        {stepKeys[step]}
      </span>
    </Button>
  );
}

/** Names a step from here: an undo says what it undoes. */
function useStepLabel(status: AppointmentStatus): (step: VisitStep) => string {
  const { t } = useTranslation('day');
  return (step) => {
    if (step === 'room' && status === 'roomed') return t('again.room');
    if (step !== 'stepBack') return t(`step.${step}`);
    switch (status) {
      case 'confirmed':
      case 'checkedIn':
      case 'roomed':
      case 'withProvider':
      case 'checkedOut':
        return t(`undoStep.${status}`);
      case 'booked':
      case 'cancelled':
      case 'noShow':
        return t('step.stepBack');
    }
  };
}
