import { useEffect, useState } from 'react';
import { useDayContext } from '../dayContext.ts';
import type { Visit } from '../dayView.ts';
import { useSeen } from './useSeen.ts';

/** An edit of reason and note: begun, or taken up again where it was left. */
export function useEdit({ appointment }: Visit, onEnd: () => void) {
  const { send, changes, rail } = useDayContext();
  const { edits } = rail;
  const { id } = appointment;
  const [left] = useState(() => edits.get(id));
  const seen = useSeen(appointment, left?.seen);
  const [reason, setReason] = useState(left?.reason ?? appointment.reason);
  const [note, setNote] = useState(left?.note ?? appointment.note);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { seen: version } = seen;
  // A look at another visit must not cost what was typed.
  useEffect(() => {
    edits.set(id, { reason, note, seen: version });
  }, [edits, id, reason, note, version]);
  const reload = () => {
    setReason(appointment.reason);
    setNote(appointment.note);
  };
  const save = async () => {
    setBusy(true);
    const body = { reason: reason.trim(), note: note.trim() };
    const outcome = await send('appointment.change', { id, ifMatch: version.version, body });
    setBusy(false);
    if (outcome.state === 'refused') setProblem(changes.refusal(outcome.error, outcome.sentence));
    else onEnd();
  };
  return { reason, note, setReason, setNote, seen, reload, problem, busy, save };
}
