import type { Store } from '#server/store/database.ts';
import { readClinic, readMember } from '#server/store/people.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { LoginBody, Me, SignedIn } from '#shared/http.ts';
import type { IdempotencyKey, TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import { type Clock, toInstant } from '#shared/time.ts';
import { AccessTokens, accessTokenSeconds, type TokenHolder } from './access-token.ts';
import type { Identity } from './identity.ts';
import { verifyPassword } from './password.ts';
import { Sessions, sessionOver } from './sessions.ts';
import { defaultSignInLimits, type SignInLimits, SignInThrottle } from './throttle.ts';

export interface IdentityOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** See jwt-secret.ts. */
  readonly jwtSecret: string;
  readonly signInLimits?: SignInLimits;
}

/** Who may come in, and who is asking. */
export class IdentityService {
  readonly sessions: Sessions;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #tokens: AccessTokens;
  readonly #throttle: SignInThrottle;

  constructor({ store, clock, jwtSecret, signInLimits = defaultSignInLimits }: IdentityOptions) {
    this.sessions = new Sessions(store, clock);
    this.#store = store;
    this.#clock = clock;
    this.#tokens = new AccessTokens(jwtSecret, clock);
    this.#throttle = new SignInThrottle(signInLimits);
  }

  /**
   * @param address where the request came from, for the throttle
   * @throws `badCredentials`, the same for an unknown clinic, user or password and for a disabled user; `tooMany`
   */
  async signIn(body: LoginBody, address: string): Promise<SignedIn> {
    const username = body.username.toLowerCase();
    const attempt = { tenantId: body.tenantId, username, address };
    await this.#throttle.attempt(attempt);
    const user = await this.#store.read
      .selectFrom('users')
      .select(['id', 'password_hash', 'disabled'])
      .where('tenant_id', '=', body.tenantId)
      .where('username', '=', username)
      .executeTakeFirst();
    const matches = await verifyPassword(user?.password_hash, body.password);
    if (!user || !matches || user.disabled) throw badCredentials();
    await this.#throttle.succeeded(attempt);
    const userId = user.id as UserId;
    const { tenantId } = body;
    const opened = await this.sessions.open(tenantId, userId, body.workstation ?? null);
    return this.#signedIn({ ...opened, tenantId, userId });
  }

  /** @throws `sessionEnded` */
  async refresh(refreshToken: string, attempt: IdempotencyKey | null = null): Promise<SignedIn> {
    return this.#signedIn(await this.sessions.rotate(refreshToken, attempt));
  }

  /** Ends the token's session. An access token that has run out is good enough to leave with. */
  async signOut(accessToken: string): Promise<void> {
    const { sessionId } = this.#tokens.read(accessToken, { evenExpired: true });
    await this.sessions.end(sessionId, 'signedOut');
  }

  /**
   * @throws `unauthenticated` when the token is no good (refreshing may help), `sessionEnded` when its session is over
   * or its user disabled (only signing in helps)
   */
  async authenticate(accessToken: string): Promise<Identity> {
    const { expiresAt, ...holder } = this.#tokens.read(accessToken);
    const found = await this.#store.read
      .selectFrom('sessions as session')
      .innerJoin('users as user', 'user.id', 'session.user_id')
      .select(['session.workstation', 'session.ended_at', 'session.expires_at'])
      .select(['user.role', 'user.display_name', 'user.disabled'])
      .where('session.id', '=', holder.sessionId)
      .where('session.tenant_id', '=', holder.tenantId)
      .where('session.user_id', '=', holder.userId)
      .executeTakeFirst();
    const over = !found || found.ended_at !== null || found.expires_at <= toInstant(this.#clock());
    if (over || found.disabled) throw sessionOver('Your sign-in has ended. Sign in again.');
    return {
      ...holder,
      role: found.role,
      name: found.display_name,
      workstation: found.workstation as WorkstationId | null,
      tokenExpiresAt: expiresAt,
    };
  }

  async me({ tenantId, userId }: { tenantId: TenantId; userId: UserId }): Promise<Me> {
    const member = await readMember(this.#store.read, tenantId, userId);
    const clinic = await readClinic(this.#store.read, tenantId);
    if (!member || !clinic) throw sessionOver('This account is no longer here. Ask your administrator.');
    return { member, clinic };
  }

  async #signedIn({ refreshToken, ...holder }: TokenHolder & { refreshToken: string }): Promise<SignedIn> {
    return {
      accessToken: this.#tokens.issue(holder),
      expiresInSeconds: accessTokenSeconds,
      refreshToken,
      ...(await this.me(holder)),
    };
  }
}

function badCredentials(): RoomlightError {
  return new RoomlightError({
    kind: 'badCredentials',
    message: 'User name or password is not right. Check both and try again.',
  });
}
