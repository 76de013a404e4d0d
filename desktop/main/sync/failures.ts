import { type ErrorKind, RoomlightError } from '#shared/errors.ts';
import { ServerRefusal } from './http-failure.ts';

type Meaning =
  /** Passes without anybody's doing. */
  | 'passing'
  /** Stays until someone acts on it, but not by giving the command another form. */
  | 'standing'
  /** The server's last word on a command. */
  | 'final'
  /** Only a new sign-in helps. */
  | 'over';

const meanings: Record<ErrorKind, Meaning> = {
  unreachable: 'passing',
  unavailable: 'passing',
  unauthenticated: 'passing',
  tooMany: 'passing',
  internal: 'standing',
  protocolMismatch: 'standing',
  notRoomlight: 'standing',
  cacheUnusable: 'standing',
  notSignedIn: 'standing',
  sessionEnded: 'over',
  badCredentials: 'final',
  invalid: 'final',
  forbidden: 'final',
  wrongTenant: 'final',
  notFound: 'final',
  slotTaken: 'final',
  stale: 'final',
  stepNotAllowed: 'final',
  keyReused: 'final',
  versionMissing: 'final',
  tooLarge: 'final',
};

/** Whether the same command sent again would be refused again. */
export function isFinal(error: RoomlightError): boolean {
  return meanings[error.body.kind] === 'final';
}

export function isOver(error: RoomlightError): boolean {
  return meanings[error.body.kind] === 'over';
}

/** Whether the person should be told of an error, rather than of a reconnection. */
export function wantsAction(error: RoomlightError): boolean {
  return meanings[error.body.kind] !== 'passing';
}

/** How long the server wants to be left alone, in milliseconds. */
export function pauseAfter(error: RoomlightError): number {
  if (error.body.kind === 'tooMany') return error.body.retryAfterSeconds * 1000;
  return error instanceof ServerRefusal ? (error.retryAfterMs ?? 0) : 0;
}

/** An error nobody meant, as one that may be shown. */
export function asMeant(thrown: unknown): RoomlightError {
  if (thrown instanceof RoomlightError) return thrown;
  const message = 'Something went wrong in Roomlight on this PC. It tries again; if it stays, start it anew.';
  return new RoomlightError({ kind: 'internal', message }, { cause: thrown });
}
