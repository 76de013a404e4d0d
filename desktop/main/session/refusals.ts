import { RoomlightError } from '#shared/errors.ts';

export function notSignedIn(): RoomlightError {
  return new RoomlightError({ kind: 'notSignedIn', message: 'Nobody is signed in here. Sign in first.' });
}

export function alreadySignedIn(): RoomlightError {
  const message = 'Somebody is signed in here already. Sign out first.';
  return new RoomlightError({ kind: 'forbidden', message });
}

/** Signing out would lose them, or have them sent in the name of someone who has left. */
export function stillUnsent(count: number): RoomlightError {
  const changes = count === 1 ? 'One change has' : `${count} changes have`;
  const message = `${changes} not reached the clinic yet. Wait until Roomlight is connected, then sign out.`;
  return new RoomlightError({ kind: 'unavailable', message });
}

export function stillUnseen(count: number): RoomlightError {
  const changes = count === 1 ? 'One change was' : `${count} changes were`;
  const message = `${changes} refused by the clinic and nobody has looked at it yet. Look at it, then sign out.`;
  return new RoomlightError({ kind: 'unavailable', message });
}
