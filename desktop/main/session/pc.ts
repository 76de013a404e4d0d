import type { Keeping, SessionState } from '#desktop/bridge/views.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { AtWork } from './at-work.ts';
import type { OpenDay } from './open-day.ts';
import type { Form, Owner } from './person.ts';
import type { Remembered } from './remembered.ts';

/** What this PC can keep, known once its keychain has been tried. */
export interface Pc {
  readonly remembered: Remembered;
  /** What people are told about it before they sign in. */
  readonly keeping: Keeping;
  readonly openDay: (owner: Owner) => Promise<OpenDay>;
}

export function signedIn(
  { remembered: { workstation } }: Pc,
  { person, day: { keeping } }: AtWork,
): SessionState {
  const { address, member, clinic } = person;
  return { phase: 'signedIn', address, member, clinic, workstation, keeping };
}

export function signedOut(
  { keeping }: Pc,
  { address, username }: Form,
  error: ErrorBody | null,
): SessionState {
  return { phase: 'signedOut', address, username, error, keeping };
}
