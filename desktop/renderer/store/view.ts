import { useCallback, useSyncExternalStore } from 'react';
import type { AppointmentId, ProviderId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { type LocalDate, localDateOf, toInstant } from '#shared/time.ts';
import { useNow } from './now.ts';
import type { RecentChange } from './recentChanges.ts';
import { useClinic } from './session.ts';
import { useSignedIn } from './storeContext.ts';
import type { ViewState } from './viewState.ts';

function useView<T>(pick: (state: ViewState) => T): T {
  const { view } = useSignedIn();
  return useSyncExternalStore(view.subscribe, () => pick(view.get()));
}

/** Today in the clinic's calendar. */
export function useToday(): LocalDate {
  return localDateOf(toInstant(useNow()), useClinic().timeZone);
}

/** The day in view. Showing today means following it past midnight. */
export function useSelectedDate() {
  const { view } = useSignedIn();
  const today = useToday();
  const date = useView((state) => state.chosenDate) ?? today;
  const show = useCallback((next: LocalDate) => view.showDate(next === today ? null : next), [view, today]);
  const showToday = useCallback(() => view.showDate(null), [view]);
  return { date, today, isToday: date === today, show, showToday };
}

/** The providers shown, null for all, and the function that changes them. Kept on this PC. */
export function useProviderFilter(): [
  readonly ProviderId[] | null,
  (providers: readonly ProviderId[] | null) => void,
] {
  const { view } = useSignedIn();
  return [useView((state) => state.providers), view.filterProviders];
}

/** The appointment selected, and the function that selects another or none. */
export function useSelection(): [AppointmentId | null, (id: AppointmentId | null) => void] {
  const { view } = useSignedIn();
  return [useView((state) => state.selection), view.select];
}

/** Grows when the selection is to be scrolled into sight; the grid acts on a change of it. */
export function useReveals(): number {
  return useView((state) => state.reveals);
}

/** Opens an appointment on its day: shows the day, selects it, and asks for it to be scrolled into sight. */
export function useReveal(): (appointment: Pick<Appointment, 'id' | 'scheduledStart'>) => void {
  const { view } = useSignedIn();
  const { timeZone } = useClinic();
  const today = useToday();
  return useCallback(
    ({ id, scheduledStart }) => {
      const date = localDateOf(scheduledStart, timeZone);
      view.reveal(date === today ? null : date, id);
    },
    [view, timeZone, today],
  );
}

/** What others changed within the last seconds, by appointment. */
export function useRecentChanges(): ReadonlyMap<AppointmentId, RecentChange> {
  const { recent } = useSignedIn();
  return useSyncExternalStore(recent.subscribe, recent.get);
}
