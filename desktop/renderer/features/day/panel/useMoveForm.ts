import { useEffect, useRef, useState } from 'react';
import { localDateOf } from '#shared/time.ts';
import { draftSpan, type PlaceDraft, placeProblems } from '../booking/draft.ts';
import { focusFirstProblem } from '../booking/focusFirstProblem.ts';
import { spanOf } from '../booking/freeTimes.ts';
import { usePlaceCheck } from '../booking/usePlaceCheck.ts';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { minute, timeLabel } from '../grid/axis.ts';
import { useSeen } from './useSeen.ts';

/** Where a visit is to go, beginning where it stands. Moves the version the person has seen (L5). */
export function useMoveForm({ appointment, patient }: Visit) {
  const { timeZone, changes, rail } = useDayContext();
  const { id } = appointment;
  const seen = useSeen(appointment);
  const [draft, setDraft] = useState<PlaceDraft>(() => {
    const { providerId, start, end } = spanOf(appointment);
    return {
      providerId,
      date: localDateOf(appointment.scheduledStart, timeZone),
      time: timeLabel(start, timeZone),
      slot: appointment.scheduledStart,
      length: (end - start) / minute,
    };
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState(0);
  useEffect(() => {
    if (wrong > 0) focusFirstProblem(form.current);
  }, [wrong]);
  const place = usePlaceCheck(draft, id);
  const taken = place.conflicts.length > 0;
  const change = (part: Partial<PlaceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async () => {
    setTried(true);
    const to = draftSpan(draft, timeZone);
    if (!to) return setWrong((tries) => tries + 1);
    setBusy(true);
    const overbookReason = taken ? reason.trim() : null;
    const moved = await changes.move({ appointment: seen.seen, patient }, to, overbookReason);
    setBusy(false);
    if (moved) rail.askStep(id, null);
  };
  const problems = tried ? placeProblems(draft, timeZone) : {};
  return {
    form,
    seen,
    draft,
    change,
    problems,
    place,
    taken,
    busy,
    overbook: { reason, onReason: setReason },
    submit,
  };
}
