import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { RoomlightError } from '#shared/errors.ts';
import { SessionId, TenantId, UserId } from '#shared/ids.ts';
import type { Clock } from '#shared/time.ts';

export const accessTokenSeconds = 15 * 60;

const algorithm = 'HS256';
const issuer = 'roomlight';
const audience = 'roomlight-api';

const Claims = z.object({ sub: UserId, tid: TenantId, sid: SessionId, exp: z.int() });

export interface TokenHolder {
  readonly userId: UserId;
  readonly tenantId: TenantId;
  readonly sessionId: SessionId;
}

/**
 * Signs and reads access tokens. A token names user, clinic and session and nothing that can change: role, name and
 * workstation are looked up at each use, so that a change of them never waits for a token to run out.
 */
export class AccessTokens {
  // As a key: given text, jsonwebtoken first tries to read it as a certificate, which costs more than all the rest.
  readonly #secret: KeyObject;
  readonly #clock: Clock;

  constructor(secret: string, clock: Clock) {
    this.#secret = createSecretKey(Buffer.from(secret));
    this.#clock = clock;
  }

  issue(holder: TokenHolder): string {
    const claims = { tid: holder.tenantId, sid: holder.sessionId, iat: this.#seconds() };
    return jwt.sign(claims, this.#secret, {
      algorithm,
      issuer,
      audience,
      subject: holder.userId,
      expiresIn: accessTokenSeconds,
    });
  }

  /** @throws `unauthenticated` when it is not ours, was altered or, unless `evenExpired`, has run out */
  read(token: string, { evenExpired = false } = {}): TokenHolder & { expiresAt: number } {
    const claims = Claims.safeParse(this.#verify(token, evenExpired));
    if (!claims.success) throw refused('The sign-in could not be read. Sign in again.', claims.error);
    const { sub, tid, sid, exp } = claims.data;
    return { userId: sub, tenantId: tid, sessionId: sid, expiresAt: exp * 1000 };
  }

  #verify(token: string, ignoreExpiration: boolean): unknown {
    try {
      return jwt.verify(token, this.#secret, {
        algorithms: [algorithm],
        issuer,
        audience,
        ignoreExpiration,
        clockTimestamp: this.#seconds(),
      });
    } catch (cause) {
      const message =
        cause instanceof jwt.TokenExpiredError
          ? 'The sign-in has run out. Refresh it, or sign in again.'
          : 'The sign-in could not be read. Sign in again.';
      throw refused(message, cause);
    }
  }

  #seconds(): number {
    return Math.floor(this.#clock() / 1000);
  }
}

function refused(message: string, cause: unknown): RoomlightError {
  return new RoomlightError({ kind: 'unauthenticated', message }, { cause });
}
