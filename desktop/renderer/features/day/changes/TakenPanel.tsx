import { Button, Group } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { patientName } from '../../../store/names.ts';
import { nextFreeTimes } from '../booking/freeTimes.ts';
import { TakenBox } from '../booking/TakenBox.tsx';
import { useDayContext } from '../dayContext.ts';
import { timeLabel } from '../grid/axis.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import type { TakenMove } from './useMove.ts';

/** A visit was put on a time that is taken. It stays where it was until the person decides. */
export function TakenPanel({ taken }: { taken: TakenMove }) {
  const { t } = useTranslation('day');
  const { axis, day, now, timeZone, visitOf, nameOfProvider, may, changes, rail } = useDayContext();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { to, conflicts } = taken;
  const { id } = taken.visit.appointment;
  // What stands now: the version to name is the one on screen.
  const visit = visitOf(id) ?? taken.visit;
  const freeTimes = nextFreeTimes(axis, day.visits, to, { moving: id, now, count: 3 });
  const move = async (start: number, overbookReason: string | null) => {
    setBusy(true);
    const end = start + to.end - to.start;
    const moved = await changes.move(visit, { providerId: to.providerId, start, end }, overbookReason);
    setBusy(false);
    if (moved) rail.ask(null);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void move(to.start, reason.trim());
  };
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
      <form onSubmit={onSubmit}>
        <TakenBox
          conflicts={conflicts}
          visitOf={visitOf}
          freeTimes={freeTimes}
          timeZone={timeZone}
          onTime={(at) => void move(at, null)}
          overbook={may('appointment.overbook') ? { reason, onReason: setReason } : null}
        />
        <Group gap="xs" mt="md">
          {may('appointment.overbook') && (
            <Button type="submit" loading={busy} disabled={reason.trim() === ''} data-testid="move-anyway">
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
