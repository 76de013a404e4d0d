import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRequest } from '../changes/useStep.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import classes from './VisitPanel.module.css';

export interface QuestionProps {
  visit: Visit;
  disabled: boolean;
  onTake: (request: StepRequest) => void;
}

/** What a step asks, with the ways to answer it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.question}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Calls the step off. */
export function BackButton({ visit }: { visit: Visit }) {
  const { t } = useTranslation('day');
  const { rail } = useDayContext();
  return (
    <Button variant="subtle" onClick={() => rail.askStep(visit.appointment.id, null)}>
      {t('back')}
    </Button>
  );
}
