import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandType } from '#shared/commands.ts';
import { useAppointmentEvents } from '../../../store/appointmentEvents.ts';
import { type CommandParts, newKey, type Outcome, type Submit, useSubmit } from '../../../store/submit.ts';
import type { DayView } from '../dayView.ts';
import { fromWaiting, type PendingCommand, pendingOf } from './pending.ts';

interface LocalCommand extends PendingCommand {
  /** Set once the server has answered: gone from the screen when the day holds this version. */
  answered: { id: string; version: number } | null;
}

/**
 * Sends commands and knows which of them the day does not show yet: those on their way from this window, and those
 * the main process keeps for later. The day itself changes only by what comes back as events.
 */
export function usePendingCommands(day: DayView | undefined, readAgain: () => Promise<unknown>) {
  const submit = useSubmit();
  const [local, setLocal] = useState<readonly LocalCommand[]>([]);
  const heard = useRef(new Map<string, number>());
  const forget = useCallback(
    (gone: (command: LocalCommand) => boolean) =>
      readAgain().then(() => setLocal((commands) => commands.filter((command) => !gone(command)))),
    [readAgain],
  );
  const arrived = useCallback(
    ({ answered }: LocalCommand) =>
      answered !== null && (heard.current.get(answered.id) ?? 0) >= answered.version,
    [],
  );
  // An event may come between an answer and the render that notes it, and be the last for long.
  useEffect(() => {
    if (local.some(arrived)) void forget(arrived);
  }, [local, arrived, forget]);
  const onAny: Parameters<typeof useAppointmentEvents>[0]['onUpdated'] = ({ data: { appointment } }) => {
    heard.current.set(appointment.id, appointment.version);
    if (local.some(arrived)) void forget(arrived);
  };
  useAppointmentEvents({ onCreated: onAny, onUpdated: onAny, onCancelled: onAny, onCheckedIn: onAny });

  const send = useCallback(
    async <T extends CommandType>(type: T, parts: CommandParts<T>): Promise<Outcome<T>> => {
      // The main process keeps it under the same key, so that it is drawn once.
      const key = newKey();
      const id = 'id' in parts ? parts.id : null;
      const command: LocalCommand = { key, type, id, body: parts.body, state: 'sending', answered: null };
      setLocal((commands) => [...commands, command]);
      const outcome = await submit(type, parts, key);
      const isThis = (other: LocalCommand) => other.key === key;
      const answered = outcome.state === 'done' ? answeredBy(outcome.answer) : null;
      if (answered && (heard.current.get(answered.id) ?? 0) < answered.version)
        setLocal((commands) => commands.map((other) => (isThis(other) ? { ...other, answered } : other)));
      else if (outcome.state === 'refused')
        setLocal((commands) => commands.filter((other) => !isThis(other)));
      else void forget(isThis);
      return outcome;
    },
    [submit, forget],
  );
  const waiting = day?.waiting;
  const pending = useMemo(() => pendingOf([...(waiting ?? []).map(fromWaiting), ...local]), [waiting, local]);
  return { pending, send: send as Submit };
}

function answeredBy(answer: object): { id: string; version: number } | null {
  if (!('appointment' in answer)) return null;
  const { id, version } = answer.appointment as { id: string; version: number };
  return { id, version };
}
