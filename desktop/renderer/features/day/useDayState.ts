import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../store/now.ts';
import { useRights } from '../../store/rights.ts';
import { useClinic } from '../../store/session.ts';
import { useProviderFilter, useToday } from '../../store/view.ts';
import { useNotices } from './changes/notice.ts';
import { usePendingCommands } from './changes/usePendingCommands.ts';
import { useRefusalWords } from './changes/useRefusalWords.ts';
import { useVisitChanges } from './changes/useVisitChanges.ts';
import type { DayContextValue } from './dayContext.ts';
import type { DayView } from './dayView.ts';
import { dayAxis } from './grid/axis.ts';
import { useRail } from './panel/useRail.ts';

/** Brings together what the parts of the screen share. */
export function useDayState(day: DayView, readAgain: () => Promise<unknown>): DayContextValue {
  const { t } = useTranslation('day');
  const clinic = useClinic();
  const { timeZone } = clinic;
  const today = useToday();
  const now = useNow();
  const may = useRights();
  const rail = useRail();
  const notices = useNotices();
  const { pending, send } = usePendingCommands(day, readAgain);
  const providers = useShownProviders(day);
  const visits = useMemo(
    () =>
      new Map<string, DayView['visits'][number]>(day.visits.map((visit) => [visit.appointment.id, visit])),
    [day.visits],
  );
  const visitOf = useCallback((id: string) => visits.get(id), [visits]);
  const nameOfProvider = useCallback(
    (id: string) => day.providers.find((provider) => provider.id === id)?.displayName ?? t('anotherProvider'),
    [day.providers, t],
  );
  const refusal = useRefusalWords(timeZone, visitOf);
  const changes = useVisitChanges({
    day,
    timeZone,
    pending,
    send,
    notices,
    refusal,
    nameOfProvider,
    onTaken: rail.ask,
  });
  const axis = useMemo(
    () =>
      dayAxis(
        day.date,
        clinic,
        day.visits.map((visit) => visit.appointment),
      ),
    [day.date, day.visits, clinic],
  );
  const isToday = day.date === today;
  const { date } = day;
  return useMemo(
    () => ({
      date,
      today,
      isToday,
      timeZone,
      now,
      axis,
      day,
      providers,
      visitOf,
      nameOfProvider,
      pending,
      may,
      send,
      changes,
      notices,
      rail,
    }),
    [
      date,
      today,
      isToday,
      timeZone,
      now,
      axis,
      day,
      providers,
      visitOf,
      nameOfProvider,
      pending,
      may,
      send,
      changes,
      notices,
      rail,
    ],
  );
}

/** In the order of their columns. A filter that would leave nobody shows everybody. */
function useShownProviders(day: DayView) {
  const [filter] = useProviderFilter();
  return useMemo(() => {
    const all = [...day.providers].sort((a, b) => a.position - b.position);
    const chosen = all.filter((provider) => filter?.includes(provider.id));
    return chosen.length > 0 ? chosen : all;
  }, [day.providers, filter]);
}
