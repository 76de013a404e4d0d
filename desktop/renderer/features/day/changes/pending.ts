import type { CommandType } from '#shared/commands.ts';
import type { AppointmentId, PatientId } from '#shared/ids.ts';
import { BookAppointment, MoveAppointment } from '#shared/schedule.ts';
import { spanOf } from '../booking/freeTimes.ts';
import type { WaitingCommand } from '../dayView.ts';
import type { Span } from '../grid/drag.ts';

/** `sending`: on its way now. `waiting`: kept until the server can be reached. */
export type PendingState = 'sending' | 'waiting';

/** A command of this workstation whose effect is not in the day yet. */
export interface PendingCommand {
  key: string;
  type: CommandType;
  id: string | null;
  body: unknown;
  state: PendingState;
}

/** On the visit it changes. */
export interface PendingMark {
  type: CommandType;
  state: PendingState;
}

/** Where a visit is going to stand: a new booking, or `moved` when it stands elsewhere until then. */
export interface Ghost {
  key: string;
  state: PendingState;
  span: Span;
  moved: AppointmentId | null;
  patientId: PatientId | null;
  reason: string;
}

export interface Pending {
  marks: ReadonlyMap<string, PendingMark>;
  ghosts: readonly Ghost[];
}

export function fromWaiting({ key, command }: WaitingCommand): PendingCommand {
  return { key, type: command.type, id: command.id, body: command.body, state: 'waiting' };
}

/** What to draw of the commands under way. The last command on a visit is the one that shows. */
export function pendingOf(commands: readonly PendingCommand[]): Pending {
  const marks = new Map<string, PendingMark>();
  const ghosts = new Map<string, Ghost>();
  for (const command of commands) {
    if (command.id !== null) marks.set(command.id, { type: command.type, state: command.state });
    const ghost = ghostOf(command);
    if (ghost) ghosts.set(command.id ?? command.key, ghost);
  }
  return { marks, ghosts: [...ghosts.values()] };
}

function ghostOf({ key, type, id, body, state }: PendingCommand): Ghost | null {
  if (type === 'appointment.book') {
    const booked = BookAppointment.safeParse(body);
    if (!booked.success) return null;
    const { patientId, reason } = booked.data;
    return { key, state, span: spanOf(booked.data), moved: null, patientId, reason };
  }
  if (type !== 'appointment.move' || id === null) return null;
  const to = MoveAppointment.safeParse(body);
  if (!to.success) return null;
  return { key, state, span: spanOf(to.data), moved: id as AppointmentId, patientId: null, reason: '' };
}
