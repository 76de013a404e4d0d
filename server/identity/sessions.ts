import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Kysely } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Store } from '#server/store/database.ts';
import type { Schema } from '#server/store/schema.ts';
import { RoomlightError } from '#shared/errors.ts';
import type { IdempotencyKey, SessionId, TenantId, UserId, WorkstationId } from '#shared/ids.ts';
import { type Clock, type Instant, toInstant } from '#shared/time.ts';
import type { TokenHolder } from './access-token.ts';

export type SessionEnd = 'signedOut' | 'tokenReused';

const day = 24 * 60 * 60 * 1000;
/** A session not used for so long is over, and none lasts longer than `longest`. */
const idle = 14 * day;
const longest = 90 * day;

/**
 * How long the attempt that spent a token may be repeated. The answer to a refresh can be lost (Wi-Fi, a server killed
 * after its commit), and then an honest workstation knows only the spent token. An attempt carries a name of its own
 * (L4); the same one, within the grace, gets a new token, and the one that was lost is spent with it: a session never
 * has two tokens that work. A spent token shown in any other way, or once the token that followed it was used, ends the
 * session for owner and thief alike.
 */
const grace = day;

/** Sessions: one for each sign-in of a user on a workstation, each a family of refresh tokens of which one is good. */
export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #ended = new EventEmitter<{ ended: [sessionId: SessionId, why: SessionEnd] }>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#ended.setMaxListeners(0);
  }

  /** `listener` hears of each session that ends before its time, after that is committed. Returns how to stop. */
  onEnded(listener: (sessionId: SessionId, why: SessionEnd) => void): () => void {
    this.#ended.on('ended', listener);
    return () => this.#ended.off('ended', listener);
  }

  async open(
    tenantId: TenantId,
    userId: UserId,
    workstation: WorkstationId | null,
  ): Promise<{ sessionId: SessionId; refreshToken: string }> {
    const sessionId = uuid() as SessionId;
    const now = this.#clock();
    const refreshToken = await this.#store.write.transaction().execute(async (tx) => {
      await tx
        .insertInto('sessions')
        .values({
          id: sessionId,
          tenant_id: tenantId,
          user_id: userId,
          workstation,
          created_at: toInstant(now),
          expires_at: toInstant(now + idle),
        })
        .execute();
      return issueToken(tx, sessionId, toInstant(now));
    });
    return { sessionId, refreshToken };
  }

  /**
   * Spends a refresh token for the next one.
   * @param attempt names this try and its repetitions; without it a repetition counts as reuse
   * @throws `sessionEnded` when it is unknown, its session is over, or it was spent before: then the session ends
   */
  async rotate(
    refreshToken: string,
    attempt: IdempotencyKey | null,
  ): Promise<TokenHolder & { refreshToken: string }> {
    const now = this.#clock();
    const outcome = await this.#store.write.transaction().execute(async (tx) => {
      const found = await findToken(tx, refreshToken);
      if (!found || found.ended_at !== null || found.expires_at <= toInstant(now) || found.disabled)
        return 'over' as const;
      const holder: TokenHolder = {
        sessionId: found.id as SessionId,
        tenantId: found.tenant_id as TenantId,
        userId: found.user_id as UserId,
      };
      if (found.spent_at !== null && !(await isRepetition(tx, found, attempt, now))) {
        await markEnded(tx, holder.sessionId, 'tokenReused', toInstant(now));
        return holder.sessionId;
      }
      await spendToken(tx, holder.sessionId, toInstant(now), attempt);
      const until = Math.min(now + idle, Date.parse(found.created_at) + longest);
      await tx
        .updateTable('sessions')
        .set({ expires_at: toInstant(until) })
        .where('id', '=', holder.sessionId)
        .execute();
      return { ...holder, refreshToken: await issueToken(tx, holder.sessionId, toInstant(now)) };
    });
    if (outcome === 'over') throw sessionOver('Your sign-in has ended. Sign in again.');
    if (typeof outcome === 'object') return outcome;
    this.#ended.emit('ended', outcome, 'tokenReused');
    throw sessionOver('This sign-in was used twice, so it was ended to keep the clinic safe. Sign in again.');
  }

  /** Ends a session at once; one that has ended already stays as it was. */
  async end(sessionId: SessionId, why: SessionEnd): Promise<void> {
    const ended = await markEnded(this.#store.write, sessionId, why, toInstant(this.#clock()));
    if (ended) this.#ended.emit('ended', sessionId, why);
  }

  /** Forgets sessions that ended or ran out before `olderThan`, with their tokens. */
  async dropEnded(olderThan: Instant): Promise<void> {
    await this.#store.write
      .deleteFrom('sessions')
      .where((eb) => eb.or([eb('ended_at', '<', olderThan), eb('expires_at', '<', olderThan)]))
      .execute();
  }
}

export function sessionOver(message: string): RoomlightError {
  return new RoomlightError({ kind: 'sessionEnded', message });
}

function findToken(db: Kysely<Schema>, refreshToken: string) {
  return db
    .selectFrom('refresh_tokens as token')
    .innerJoin('sessions as session', 'session.id', 'token.session_id')
    .innerJoin('users as user', 'user.id', 'session.user_id')
    .select([
      'session.id',
      'session.tenant_id',
      'session.user_id',
      'session.created_at',
      'session.expires_at',
      'session.ended_at',
      'token.spent_at',
      'token.spent_by',
      'user.disabled',
    ])
    .where('token.hash', '=', sha256(refreshToken))
    .executeTakeFirst();
}

async function issueToken(db: Kysely<Schema>, sessionId: SessionId, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db
    .insertInto('refresh_tokens')
    .values({ hash: sha256(token), session_id: sessionId, issued_at: now })
    .execute();
  return token;
}

async function isRepetition(
  db: Kysely<Schema>,
  token: { id: string; spent_at: string | null; spent_by: string | null },
  attempt: IdempotencyKey | null,
  now: number,
): Promise<boolean> {
  if (token.spent_at === null || token.spent_by === null || attempt === null) return false;
  if (token.spent_by !== sha256(attempt) || now - Date.parse(token.spent_at) > grace) return false;
  // Whoever used what the attempt brought had its answer. Tokens lost on the way were spent by the attempt itself.
  const used = await db
    .selectFrom('refresh_tokens')
    .select('hash')
    .where('session_id', '=', token.id)
    .where('issued_at', '>=', token.spent_at)
    .where('spent_at', 'is not', null)
    .where('spent_by', 'is distinct from', token.spent_by)
    .executeTakeFirst();
  return used === undefined;
}

async function spendToken(
  db: Kysely<Schema>,
  sessionId: SessionId,
  now: Instant,
  attempt: IdempotencyKey | null,
): Promise<void> {
  await db
    .updateTable('refresh_tokens')
    .set({ spent_at: now, spent_by: attempt && sha256(attempt) })
    .where('session_id', '=', sessionId)
    .where('spent_at', 'is', null)
    .execute();
}

async function markEnded(
  db: Kysely<Schema>,
  sessionId: SessionId,
  why: SessionEnd,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: now, ended_why: why })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

// A random token of 256 bits needs no slow hash.
function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
