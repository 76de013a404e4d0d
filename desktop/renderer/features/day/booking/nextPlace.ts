import type { DayContextValue } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { minute } from '../grid/axis.ts';
import type { BookingDraft } from './draft.ts';
import { nextFreeTimes, spanOf } from './freeTimes.ts';
import { defaultLength } from './reasons.ts';

/** Where a booking begun from a visit goes: the next free time of its provider; no time when the day has none left. */
export function nextPlace(
  { axis, day, now, date }: Pick<DayContextValue, 'axis' | 'day' | 'now' | 'date'>,
  { appointment }: Visit,
  draft: Pick<BookingDraft, 'length'> | null,
) {
  const { providerId, start } = spanOf(appointment);
  const wanted = { providerId, start, end: start + (draft?.length ?? defaultLength) * minute };
  const [at = null] = nextFreeTimes(axis, day.visits, wanted, { moving: null, now, count: 1 });
  return { date, providerId, at };
}
