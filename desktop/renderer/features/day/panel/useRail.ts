import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppointmentId } from '#shared/ids.ts';
import type { Appointment } from '#shared/schedule.ts';
import { useSelection } from '../../../store/view.ts';
import type { BookingDraft } from '../booking/draft.ts';
import type { TakenMove } from '../changes/useMove.ts';
import type { AskingStep } from '../visitSteps.ts';

/** An edit of a visit as it was left. */
interface Edit {
  reason: string;
  note: string;
  seen: Appointment;
}

/** What the selected visit waits to be told: what a step needs, or where it is to be moved. */
export type Asking = AskingStep | 'move';

type Shown = 'booking' | 'taken' | 'visit' | 'flow';

/** What the right side shows. A booking under way survives a look at a visit and is taken up again from there. */
export interface Rail {
  shown: Shown;
  selection: AppointmentId | null;
  booking: BookingDraft | null;
  taken: TakenMove | null;
  /** Edits begun and not ended, by visit; written by the form, read when it is shown again. */
  edits: Map<AppointmentId, Edit>;
  /** What of the selected visit waits for a word from the person. */
  asking: Asking | null;
  select: (id: AppointmentId | null) => void;
  /** Selects the visit and asks what the step or move needs; null calls it off. */
  askStep: (id: AppointmentId, step: Asking | null) => void;
  /** Begins a booking, or changes the one under way and brings it to the front. */
  draft: (change: (draft: BookingDraft | null) => BookingDraft) => void;
  endBooking: () => void;
  ask: (taken: TakenMove | null) => void;
  /** Closes what is in front; a booking under way is kept. */
  close: () => void;
}

export function useRail(): Rail {
  const [selection, select] = useSelection();
  const [booking, setBooking] = useState<BookingDraft | null>(null);
  const [taken, setTaken] = useState<TakenMove | null>(null);
  const [asking, setAsking] = useState<{ id: AppointmentId; step: Asking } | null>(null);
  const [edits] = useState(() => new Map<AppointmentId, Edit>());
  const [inFront, setInFront] = useState(false);
  // Also when the selection comes from elsewhere, such as search: what was asked for is what shows.
  useEffect(() => {
    if (selection === null) return;
    setInFront(false);
    setTaken(null);
  }, [selection]);
  const draft = useCallback<Rail['draft']>(
    (change) => {
      setBooking(change);
      setInFront(true);
      setTaken(null);
      select(null);
    },
    [select],
  );
  const choose = useCallback(
    (id: AppointmentId | null) => {
      select(id);
      setTaken(null);
      setInFront(false);
      setAsking(null);
    },
    [select],
  );
  const askStep = useCallback<Rail['askStep']>(
    (id, step) => {
      choose(id);
      setAsking(step && { id, step });
    },
    [choose],
  );
  const endBooking = useCallback(() => setBooking(null), []);
  const close = useCallback(() => choose(null), [choose]);
  return useMemo(() => {
    const shown: Shown = taken ? 'taken' : booking && inFront ? 'booking' : selection ? 'visit' : 'flow';
    const step = asking !== null && asking.id === selection ? asking.step : null;
    const actions = { select: choose, askStep, draft, endBooking, ask: setTaken, close };
    return { shown, selection, booking, taken, edits, asking: step, ...actions };
  }, [selection, booking, taken, edits, asking, inFront, choose, askStep, draft, endBooking, close]);
}
