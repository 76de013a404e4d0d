import type { CommandType } from './commands.ts';
import type { Role } from './people.ts';

/** Rights that are not a command of their own. */
export type Right = CommandType | 'appointment.overbook';

const everyone: readonly Role[] = ['frontDesk', 'provider', 'assistant', 'admin'];
const desk: readonly Role[] = ['frontDesk', 'admin'];
const clinical: readonly Role[] = ['provider', 'assistant', 'admin'];

/** The one table of who may do what. Reading the day is everyone's. */
export const rights: Record<Right, readonly Role[]> = {
  'appointment.book': desk,
  'appointment.overbook': desk,
  'appointment.change': everyone,
  'appointment.move': desk,
  'appointment.confirm': desk,
  'appointment.checkIn': desk,
  'appointment.room': clinical,
  'appointment.start': clinical,
  'appointment.checkOut': everyone,
  'appointment.cancel': desk,
  'appointment.markNoShow': desk,
  'appointment.reopen': desk,
  'appointment.stepBack': everyone,
  'patient.create': desk,
};

export function may(role: Role, right: Right): boolean {
  return rights[right].includes(role);
}
