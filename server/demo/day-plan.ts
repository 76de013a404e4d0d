import type { Provider } from '#shared/people.ts';
import type { Random } from './random.ts';
import { overbookReason, type Reason, reasonsOf, squeezedIn } from './reasons.ts';

/** One visit of a provider's day. Times are minutes of the clinic's wall clock. */
export interface PlannedVisit {
  readonly provider: Provider;
  readonly start: number;
  readonly end: number;
  readonly reason: Reason;
  readonly overbookReason: string | null;
}

const step = 15;
const opens = 8 * 60;
const closes = 17 * 60;

/**
 * A provider's day: visits back to back as their reasons need, a lunch hour, and some time left free.
 * @param fullness share of the time that is booked
 */
export function planDay(provider: Provider, fullness: number, random: Random): PlannedVisit[] {
  const reasons = reasonsOf(provider.specialty);
  const lunchFrom = 12 * 60 + (provider.position % 2) * 2 * step;
  const lunchTo = lunchFrom + 60;
  const visits: PlannedVisit[] = [];
  let at = opens - (provider.position % 3 === 1 ? 2 * step : 0);
  while (at < closes) {
    const until = at < lunchFrom ? lunchFrom : closes;
    const fitting = reasons.filter(({ minutes }) => at + minutes <= until);
    if ((at >= lunchFrom && at < lunchTo) || fitting.length === 0) {
      at = at < lunchTo ? lunchTo : closes;
    } else if (random.chance(fullness)) {
      const reason = random.weighted(fitting);
      visits.push({ provider, start: at, end: at + reason.minutes, reason, overbookReason: null });
      at += reason.minutes;
    } else {
      at += step * random.whole(1, 2);
    }
  }
  return visits;
}

/** The day with one patient squeezed in on purpose, at the time of a longer visit. */
export function squeezeIn(visits: readonly PlannedVisit[], random: Random): PlannedVisit[] {
  const longer = visits.filter(({ start, end }) => end - start >= 30 && start >= 13 * 60);
  if (longer.length === 0) return [...visits];
  const { provider, start } = random.pick(longer);
  const squeezed = {
    provider,
    start: start + step,
    end: start + 2 * step,
    reason: squeezedIn,
    overbookReason,
  };
  return [...visits, squeezed];
}
