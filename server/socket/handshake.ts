import type { Identity } from '#server/identity/identity.ts';
import { parse, RoomlightError } from '#shared/errors.ts';
import type { SessionId } from '#shared/ids.ts';
import { SocketAuth } from '#shared/socket.ts';
import { protocol } from '#shared/version.ts';

/** What the socket needs of identity. */
export interface Gatekeeper {
  /** @throws `unauthenticated`, `sessionEnded` */
  authenticate(token: string): Promise<Identity>;
  readonly sessions: { onEnded(listener: (sessionId: SessionId) => void): () => void };
}

/** Lets a workstation in, or says with a typed error why not. */
export class Handshake {
  readonly #gatekeeper: Gatekeeper;
  readonly #endedMeanwhile = new Set<SessionId>();
  #underWay = 0;

  constructor(gatekeeper: Gatekeeper) {
    this.#gatekeeper = gatekeeper;
  }

  /**
   * Calls `admit` with who it is, in the same turn as the last check, so that a session that ends while its handshake
   * runs is either refused here or already known to whoever cuts sockets.
   * @param auth as sent by the peer: anything
   */
  async check<T>(auth: unknown, admit: (identity: Identity) => T): Promise<T> {
    const { token, protocol: spoken } = parse(SocketAuth, auth, 'The handshake');
    if (spoken !== protocol) throw mismatch(spoken);
    this.#underWay += 1;
    try {
      const identity = await this.#gatekeeper.authenticate(token);
      if (this.#endedMeanwhile.has(identity.sessionId)) throw over();
      return admit(identity);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#endedMeanwhile.clear();
    }
  }

  /** To be told of every session that ends. */
  ended(sessionId: SessionId): void {
    if (this.#underWay > 0) this.#endedMeanwhile.add(sessionId);
  }
}

function mismatch(spoken: number): RoomlightError {
  const which = spoken < protocol ? 'this workstation' : 'the clinic server';
  return new RoomlightError({
    kind: 'protocolMismatch',
    message: `Workstation and server are of different versions. Update ${which}.`,
    server: protocol,
  });
}

function over(): RoomlightError {
  return new RoomlightError({ kind: 'sessionEnded', message: 'Your sign-in has ended. Sign in again.' });
}
