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
  const settled = useSettled(version);
  const take = (step: VisitStep) => {
    if (!settled()) return;
    if (asks(step)) rail.askStep(id, step);
    else void changes.step(visit, { step }, version);
  };
  const label = useStepLabel(status);
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
        <div className={classes.steps}>
          {offered.map((step) => (
            <Button
              key={step}
              size="sm"
              className={`${step === usual ? classes.usual : ''} ${ending.has(step) ? classes.ending : ''}`}
              variant={step === usual ? 'filled' : step === 'stepBack' ? 'subtle' : 'default'}
              px={step === usual ? 'md' : 10}
              onClick={() => take(step)}
              data-testid={`step-${step}`}
              aria-keyshortcuts={stepKeys[step]}
            >
              {label(step)}
              <span className={classes.key} aria-hidden>
                {stepKeys[step]}
              </span>
            </Button>
          ))}
        </div>
      )}
      {!mark && offered.length === 0 && <p className={classes.soft}>{t('noSteps')}</p>}
    </div>
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
