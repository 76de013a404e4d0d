import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitStep } from '#shared/schedule.ts';
import { patientName } from '../../../store/names.ts';
import type { Visit } from '../dayView.ts';
import type { ChangeNeeds } from './useVisitChanges.ts';

/** A step with what it needs to be said. */
export type StepRequest =
  | { step: 'room'; room: string }
  | { step: 'cancel'; cancelReason: string }
  | { step: Exclude<VisitStep, 'room' | 'cancel'> };

/** `seen` is the version the person was looking at (L5). True when it was done or will be sent. */
export type TakeStep = (visit: Visit, request: StepRequest, seen: number) => Promise<boolean>;

export function useStep({ pending, send, notices, refusal }: ChangeNeeds): TakeStep {
  const { t } = useTranslation(['day', 'clinic']);
  return useCallback(
    async (visit, request, ifMatch) => {
      const { id } = visit.appointment;
      if (pending.marks.has(id)) {
        notices.tell('refused', t('refused.pending'));
        return false;
      }
      const outcome = await sendStep(send, id, ifMatch, request);
      const name = patientName(visit.patient);
      if (outcome.state === 'refused') notices.tell('refused', refusal(outcome.error, outcome.sentence));
      else if (outcome.state === 'waiting')
        notices.tell('done', t('told.stepWaiting', { name, step: t(`step.${request.step}`) }));
      else
        notices.tell(
          'done',
          t('told.step', { name, status: t(`clinic:status.${outcome.answer.appointment.status}`) }),
        );
      return outcome.state !== 'refused';
    },
    [t, pending, send, notices, refusal],
  );
}

function sendStep(send: ChangeNeeds['send'], id: string, ifMatch: number, request: StepRequest) {
  if (request.step === 'room') return send('appointment.room', { id, ifMatch, body: { room: request.room } });
  if (request.step === 'cancel')
    return send('appointment.cancel', { id, ifMatch, body: { cancelReason: request.cancelReason } });
  return send(`appointment.${request.step}`, { id, ifMatch, body: {} });
}
