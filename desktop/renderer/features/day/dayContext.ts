import { createContext, useContext } from 'react';
import type { Provider } from '#shared/people.ts';
import type { Right } from '#shared/permissions.ts';
import type { LocalDate, TimeZone } from '#shared/time.ts';
import type { Submit } from '../../store/submit.ts';
import type { Notices } from './changes/notice.ts';
import type { Pending } from './changes/pending.ts';
import type { VisitChanges } from './changes/useVisitChanges.ts';
import type { DayView, Visit } from './dayView.ts';
import type { Axis } from './grid/axis.ts';
import type { Rail } from './panel/useRail.ts';

/** What every part of the day screen works from. */
export interface DayContextValue {
  date: LocalDate;
  today: LocalDate;
  isToday: boolean;
  timeZone: TimeZone;
  /** Milliseconds since 1970, moving on every minute. */
  now: number;
  axis: Axis;
  day: DayView;
  /** Those the filter leaves, in the order of their columns. */
  providers: readonly Provider[];
  visitOf: (id: string) => Visit | undefined;
  /** How a provider is called on screen; a plain word for one this workstation does not know. */
  nameOfProvider: (id: string) => string;
  pending: Pending;
  may: (right: Right) => boolean;
  send: Submit;
  changes: VisitChanges;
  notices: Notices;
  rail: Rail;
}

export const DayContext = createContext<DayContextValue | null>(null);

export function useDayContext(): DayContextValue {
  const value = useContext(DayContext);
  if (!value) throw new Error('DayScreen is missing above this component');
  return value;
}
