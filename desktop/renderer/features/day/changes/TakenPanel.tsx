import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { nextFreeTimes } from '../booking/freeTimes.ts';
import { TakenBox } from '../booking/TakenBox.tsx';
import { useDayContext } from '../dayContext.ts';
import { timeLabel } from '../grid/axis.ts';
import { ChangedElsewhere } from '../panel/ChangedElsewhere.tsx';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { useSeen } from '../panel/useSeen.ts';
import type { TakenMove } from './useMove.ts';

/** Moves the visit as it stood when it was dropped (L5), unless the person has seen how it stands since. */
function useTakenMove({ visit, to }: TakenMove) {
  const { visitOf, changes, rail } = useDayContext();
  const { appointment, patient } = visit;
  const seen = useSeen(visitOf(appointment.id)?.appointment ?? appointment, appointment);
  const [busy, setBusy] = useState(false);
  const move = async (start: number, overbookReason: string | null) => {
    setBusy(true);
    const end = start + to.end - to.start;
    const span = { providerId: to.providerId, start, end };
    const moved = await changes.move({ appointment: seen.seen, patient }, span, overbookReason);
    setBusy(false);
    if (moved) rail.ask(null);
  };
  return { seen, busy, move };
}

/** A visit was put on a time that is taken. It stays where it was until the person decides. */
export function TakenPanel({ taken }: { taken: TakenMove }) {
  const { t } = useTranslation('day');
  const { axis, day, now, timeZone, visitOf, nameOfProvider, may, rail } = useDayContext();
  const [reason, setReason] = useState('');
  const { seen, busy, move } = useTakenMove(taken);
  const { to, conflicts, visit } = taken;
  const options = { moving: visit.appointment.id, now, count: 3 };
  const what = {
    name: patientName(visit.patient),
    time: timeLabel(to.start, timeZone),
    provider: nameOfProvider(to.providerId),
  };
  return (
    <PanelFrame
      title={t('taken.moveTitle', what)}
      lead={t('taken.moveLead', what)}
      onClose={() => rail.ask(null)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void move(to.start, reason.trim());
        }}
      >
        <TakenBox
          conflicts={conflicts}
          visitOf={visitOf}
          freeTimes={nextFreeTimes(axis, day.visits, to, options)}
          timeZone={timeZone}
          onTime={(at) => void move(at, null)}
          overbook={may('appointment.overbook') ? { reason, onReason: setReason } : null}
        />
        <ChangedElsewhere seen={seen} />
        <Group gap="xs" mt="md">
          {may('appointment.overbook') && (
            <Button
              type="submit"
              loading={busy}
              disabled={reason.trim() === '' || seen.changed}
              data-testid="move-anyway"
            >
              {t('taken.moveAnyway')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => rail.ask(null)}>
            {t('taken.leave')}
          </Button>
        </Group>
      </form>
    </PanelFrame>
  );
}
