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
import type { DayView, Visit } from './dayView.ts';
import { dayAxis } from './grid/axis.ts';
import { useRail } from './panel/useRail.ts';

/** Brings together what the parts of the screen share. */
export function useDayState(day: DayView, readAgain: () => Promise<unknown>): DayContextValue {
  const clinic = useClinic();
  const { timeZone } = clinic;
  const today = useToday();
  const now = useNow();
  const may = useRights();
  const rail = useRail();
  const notices = useNotices();
  const { pending, send } = usePendingCommands(day, readAgain);
  const providers = useShownProviders(day);
  const { visitOf, nameOfProvider } = useLookups(day);
  const refusal = useRefusalWords(timeZone, visitOf);
  const shared = { day, timeZone, pending, send, notices, nameOfProvider };
  const changes = useVisitChanges({ ...shared, refusal, onTaken: rail.ask });
  const axis = useMemo(
    () =>
      dayAxis(
        day.date,
        clinic,
        day.visits.map((visit) => visit.appointment),
      ),
    [day.date, day.visits, clinic],
  );
  const { date } = day;
  const isToday = date === today;
  // One identity for as long as nothing in it changes: everything on the screen reads it.
  const when = useMemo(
    () => ({ date, today, isToday, timeZone, now, axis }),
    [date, today, isToday, timeZone, now, axis],
  );
  const what = useMemo(
    () => ({ day, providers, visitOf, nameOfProvider }),
    [day, providers, visitOf, nameOfProvider],
  );
  const doing = useMemo(
    () => ({ pending, may, send, changes, notices, rail }),
    [pending, may, send, changes, notices, rail],
  );
  return useMemo(() => ({ ...when, ...what, ...doing }), [when, what, doing]);
}

/** Finds what others name by its id. */
function useLookups(day: DayView): Pick<DayContextValue, 'visitOf' | 'nameOfProvider'> {
  const { t } = useTranslation('day');
  const visits = useMemo(
    () => new Map<string, Visit>(day.visits.map((visit) => [visit.appointment.id, visit])),
    [day.visits],
  );
  const visitOf = useCallback((id: string) => visits.get(id), [visits]);
  const nameOfProvider = useCallback(
    (id: string) => day.providers.find((provider) => provider.id === id)?.displayName ?? t('anotherProvider'),
    [day.providers, t],
  );
  return { visitOf, nameOfProvider };
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
