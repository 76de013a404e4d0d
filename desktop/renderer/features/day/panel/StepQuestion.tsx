import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import type { StepRequest } from '../changes/useStep.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import type { AskingStep } from '../visitSteps.ts';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import { BackButton, Question, type QuestionProps } from './Question.tsx';
import { useSeen } from './useSeen.ts';
import classes from './VisitPanel.module.css';
import { WhichRoom } from './WhichRoom.tsx';

/** What a step needs to be told before it is taken. */
export function StepQuestion({ visit, step }: { visit: Visit; step: AskingStep }) {
  const { rail, changes } = useDayContext();
  const { id } = visit.appointment;
  const seen = useSeen(visit.appointment);
  const [busy, setBusy] = useState(false);
  const take = async (request: StepRequest) => {
    setBusy(true);
    const taken = await changes.step(visit, request, seen.seen.version);
    setBusy(false);
    if (taken) rail.askStep(id, null);
  };
  const props = {
    visit,
    disabled: busy || seen.changed,
    onTake: (request: StepRequest) => void take(request),
  };
  return (
    <>
      <ChangedElsewhere seen={seen} />
      {step === 'room' && <WhichRoom {...props} />}
      {step === 'cancel' && <WhyCancel {...props} />}
      {step === 'markNoShow' && <SureNoShow {...props} />}
    </>
  );
}

const cancelPresets = ['patientAsked', 'ill', 'provider', 'moved', 'bookedByMistake'] as const;

function WhyCancel({ visit, disabled, onTake }: QuestionProps) {
  const { t } = useTranslation('day');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake({ step: 'cancel', cancelReason: reason.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Question title={t('ask.cancel')}>
        <div className={classes.steps}>
          {cancelPresets.map((preset) => (
            <Button
              key={preset}
              size="compact-sm"
              variant={reason === t(`cancelReason.${preset}`) ? 'filled' : 'default'}
              onClick={() => setReason(t(`cancelReason.${preset}`))}
            >
              {t(`cancelReason.${preset}`)}
            </Button>
          ))}
        </div>
        <TextInput
          autoFocus
          aria-label={t('ask.cancelReason')}
          placeholder={t('ask.cancelReason')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            color="red"
            disabled={disabled || reason.trim() === ''}
            data-testid="confirm-cancel"
          >
            {t('ask.cancelNow')}
          </Button>
          <BackButton visit={visit} />
        </Group>
      </Question>
    </form>
  );
}

function SureNoShow({ visit, disabled, onTake }: QuestionProps) {
  const { t } = useTranslation('day');
  return (
    <Question title={t('ask.noShow', { name: patientName(visit.patient) })}>
      <Group gap="xs">
        <Button
          color="red"
          autoFocus
          disabled={disabled}
          onClick={() => onTake({ step: 'markNoShow' })}
          data-testid="confirm-no-show"
        >
          {t('ask.noShowNow')}
        </Button>
        <BackButton visit={visit} />
      </Group>
    </Question>
  );
}
