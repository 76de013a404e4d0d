import { useMemo } from 'react';
import type { ErrorBody } from '#shared/errors.ts';
import type { TimeZone } from '#shared/time.ts';
import type { Submit } from '../../../store/submit.ts';
import type { DayView } from '../dayView.ts';
import type { Notices } from './notice.ts';
import type { Pending } from './pending.ts';
import { type Move, type TakenMove, useMove } from './useMove.ts';
import { type TakeStep, useStep } from './useStep.ts';

export interface ChangeNeeds {
  day: DayView | undefined;
  timeZone: TimeZone;
  pending: Pending;
  send: Submit;
  notices: Notices;
  refusal: (error: ErrorBody, sentence: string) => string;
  nameOfProvider: (id: string) => string;
  onTaken: (move: TakenMove) => void;
}

export interface VisitChanges {
  move: Move;
  step: TakeStep;
  refusal: ChangeNeeds['refusal'];
}

/** What may be done to a visit on this screen, each telling the person what came of it. */
export function useVisitChanges(needs: ChangeNeeds): VisitChanges {
  const move = useMove(needs);
  const step = useStep(needs);
  const { refusal } = needs;
  return useMemo(() => ({ move, step, refusal }), [move, step, refusal]);
}
