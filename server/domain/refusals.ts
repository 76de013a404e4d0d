import { RoomlightError } from '#shared/errors.ts';
import type { Appointment } from '#shared/schedule.ts';

export function notFound(what: 'appointment' | 'patient'): RoomlightError {
  return new RoomlightError({
    kind: 'notFound',
    message: `There is no such ${what} in this clinic. Look for it again from the day or the search.`,
  });
}

export function stale(current: Appointment): RoomlightError {
  return new RoomlightError({
    kind: 'stale',
    message: 'Someone changed this visit in the meantime. Look at it as it is now, then decide again.',
    current,
  });
}

export function stepNotAllowed(current: Appointment, what: string): RoomlightError {
  return new RoomlightError({
    kind: 'stepNotAllowed',
    message: `This visit cannot ${what} from where it stands now. Look at its status and choose another step.`,
    current,
  });
}

export function slotTaken(conflicts: Appointment[]): RoomlightError {
  return new RoomlightError({
    kind: 'slotTaken',
    message: 'This time is taken. Choose another time or provider, or overbook it and say why.',
    conflicts,
  });
}

/** A value that is well formed but means nothing in this clinic. */
export function invalidValue(where: string, what: string): RoomlightError {
  return new RoomlightError({
    kind: 'invalid',
    message: `The request could not be carried out: ${where} ${what}. Correct it and send it again.`,
    problems: [{ where, what }],
  });
}
