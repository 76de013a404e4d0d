import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProviderId } from '#shared/ids.ts';
import { spanOf } from '../booking/freeTimes.ts';
import type { Visit } from '../dayView.ts';
import { type Axis, minute } from './axis.ts';
import { coarseStep, dragged } from './drag.ts';
import type { Tentative } from './dragSession.ts';
import type { Intent } from './keyboard.ts';

type Push = Extract<Intent, { type: 'move' | 'resize' }>;

/**
 * Moving by keyboard: arrows pressed while Alt is held add up to one change, asked for when Alt is let go, so that
 * four presses are one move and not four.
 */
export function useNudge(axis: Axis, providers: readonly ProviderId[], onDrop: (dropped: Tentative) => void) {
  const [nudge, setNudge] = useState<Tentative | null>(null);
  const latest = useRef<Tentative | null>(null);
  const set = useCallback((next: Tentative | null) => {
    latest.current = next;
    setNudge(next);
  }, []);
  const push = useCallback(
    (visit: Visit, { type, minutes, ...rest }: Push) => {
      const before = latest.current?.visit.appointment.id === visit.appointment.id ? latest.current : null;
      const from = before?.to ?? spanOf(visit.appointment);
      const sideways = 'columns' in rest ? rest.columns : 0;
      const column = providers.indexOf(from.providerId) + sideways;
      const providerId = providers[Math.max(0, Math.min(column, providers.length - 1))] ?? from.providerId;
      const to = dragged(axis, type, from, minutes * minute, providerId, coarseStep);
      set({ kind: type, visit, to });
    },
    [axis, providers, set],
  );
  useEffect(() => {
    if (!nudge) return;
    const listening = new AbortController();
    const on = { signal: listening.signal, capture: true };
    const finish = () => {
      const dropped = latest.current;
      set(null);
      if (dropped) onDrop(dropped);
    };
    window.addEventListener('keyup', (event) => event.key === 'Alt' && finish(), on);
    window.addEventListener('blur', () => set(null), on);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        set(null);
      },
      on,
    );
    return () => listening.abort();
  }, [nudge, onDrop, set]);
  return { nudge, push };
}
