import { useState } from 'react';
import type { Appointment } from '#shared/schedule.ts';
import { useMe } from '../../../store/session.ts';

/** The version a form was opened on, against what the appointment is now (L5). */
export interface Seen {
  seen: Appointment;
  current: Appointment;
  /** Somebody else changed it since; the person has to say what holds. */
  changed: boolean;
  /** The person has seen how it stands now: go on from there. */
  accept: () => void;
}

/**
 * `opened`: the version a form taken up again was left at. Follows quietly what the person changed themselves outside
 * the form.
 */
export function useSeen(current: Appointment, opened = current): Seen {
  const { id: me } = useMe();
  const [seen, setSeen] = useState(opened);
  const newer = current.version !== seen.version;
  const own =
    newer && current.updatedBy === me && current.reason === seen.reason && current.note === seen.note;
  if (own) setSeen(current);
  return { seen, current, changed: newer && !own, accept: () => setSeen(current) };
}
