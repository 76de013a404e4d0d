import type { TimeZone } from '#shared/time.ts';
import { initials, patientName } from '../../../store/names.ts';
import type { RecentChange } from '../../../store/recentChanges.ts';
import type { PendingMark } from '../changes/pending.ts';
import { timeRange } from '../changes/useRefusalWords.ts';
import type { Visit } from '../dayView.ts';
import { type DayWords, statusWords } from '../statusWords.ts';

/** What a card is about. All of it keeps its identity while nothing changes, so that only changed cards draw anew. */
export interface CardFacts {
  visit: Visit;
  /** A command of this workstation that is on its way. */
  mark: PendingMark | undefined;
  /** What somebody else did to it just now. */
  change: RecentChange | undefined;
  now: number;
  isToday: boolean;
  timeZone: TimeZone;
}

/** Everything a card says: `label` is all of it, for who cannot see the rest. `brief`: on a card of few lines. */
export function cardWords(t: DayWords, facts: CardFacts, brief: boolean) {
  const { visit, mark, change, now, isToday, timeZone } = facts;
  const { appointment, patient } = visit;
  const range = timeRange(appointment, timeZone);
  const status = statusWords(t, appointment, now, isToday, brief);
  const pending = mark ? t(`pending.${mark.state}`, { what: t(`command.${mark.type}`) }) : null;
  const changed = change ? t(`did.${change.type}`, { who: change.actor.name }) : null;
  const by = change ? initials(change.actor.name) : null;
  const badge = change && by ? { by, text: t(`did.${change.type}`, { who: by }) } : null;
  const parts = [
    patientName(patient),
    range,
    t(`clinic:status.${appointment.status}`),
    status,
    appointment.reason,
    appointment.overbookReason === null ? null : t('overbooked'),
    pending,
    changed,
  ];
  const label = [...new Set(parts.filter((part) => part))].join(', ');
  return { range, status, pending, changed, badge, label };
}
