import type { SessionId, TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import type { Role } from '#shared/people.ts';

/** Who is asking, as an access token and the session it belongs to prove it. */
export interface Identity {
  readonly userId: UserId;
  readonly tenantId: TenantId;
  readonly role: Role;
  readonly name: string;
  readonly sessionId: SessionId;
  /** Null for an integration that signed in without naming one. */
  readonly workstation: WorkstationId | null;
  /** Milliseconds since 1970. */
  readonly tokenExpiresAt: number;
}
