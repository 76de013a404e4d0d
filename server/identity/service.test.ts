import jwt from 'jsonwebtoken';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#server/store/database.ts';
import { startTestClock, type TestClock } from '#server/testing/clock.ts';
import { refusalOf } from '#server/testing/refusal.ts';
import { openTemporaryStore } from '#server/testing/temporary-store.ts';
import { insertTestClinics, otherTenant, testPassword, testTenant } from '#server/testing/test-clinic.ts';
import type { IdempotencyKey, WorkstationId } from '#shared/ids.ts';
import { toInstant } from '#shared/time.ts';
import { IdentityService } from './service.ts';

const jwtSecret = 'a secret of the tests, long enough to be one';
const body = { tenantId: testTenant, username: 'front', password: testPassword };
const minute = 60_000;

let store: Store;
let remove: () => Promise<void>;
let clock: TestClock;
let identity: IdentityService;
let ended: string[];

beforeEach(async () => {
  ({ store, remove } = await openTemporaryStore());
  await insertTestClinics(store);
  clock = startTestClock();
  identity = new IdentityService({ store, clock: clock.now, jwtSecret });
  ended = [];
  identity.sessions.onEnded((sessionId, why) => ended.push(`${sessionId} ${why}`));
});

afterEach(() => remove());

const signIn = () => identity.signIn({ ...body, workstation: 'desk-1' as WorkstationId }, '10.0.0.1');

describe('sign-in', () => {
  it('answers tokens, the member and the clinic', async () => {
    const signedIn = await signIn();
    expect(signedIn).toMatchObject({
      expiresInSeconds: 900,
      member: { username: 'front', role: 'frontDesk' },
      clinic: { id: testTenant },
    });
    expect(await identity.authenticate(signedIn.accessToken)).toMatchObject({
      userId: signedIn.member.id,
      tenantId: testTenant,
      role: 'frontDesk',
      name: 'Fay Front',
      workstation: 'desk-1',
      tokenExpiresAt: clock.now() + 15 * minute,
    });
  });

  it('does not mind the case of the user name', async () => {
    expect((await identity.signIn({ ...body, username: 'Front' }, 'a')).member.username).toBe('front');
  });

  it('refuses every wrong sign-in in the same words', async () => {
    await store.write.updateTable('users').set({ disabled: 1 }).where('username', '=', 'admin').execute();
    const refusals = await Promise.all([
      refusalOf(identity.signIn({ ...body, password: 'wrong' }, 'a')),
      refusalOf(identity.signIn({ ...body, username: 'nobody' }, 'a')),
      refusalOf(identity.signIn({ ...body, username: 'admin' }, 'a')),
      refusalOf(identity.signIn({ ...body, tenantId: 'tenant-none' as typeof testTenant }, 'a')),
    ]);
    expect(new Set(refusals.map((r) => `${r.kind} ${r.message}`)).size).toBe(1);
    expect(refusals[0]?.kind).toBe('badCredentials');
  });

  it('checks at most ten of a hundred guesses sent at once, then asks to wait', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        refusalOf(identity.signIn({ ...body, password: `guess ${n}` }, 'a')),
      ),
    );
    expect(guesses.filter((g) => g.kind === 'badCredentials')).toHaveLength(10);
    const refused = await refusalOf(identity.signIn(body, 'a'));
    expect(refused).toMatchObject({ kind: 'tooMany' });
    expect(refused.kind === 'tooMany' && refused.retryAfterSeconds).toBeGreaterThan(0);
    // Someone else's guesses do not lock the person out at their own desk.
    expect((await identity.signIn(body, 'b')).member.username).toBe('front');
  });

  it('forgets wrong passwords after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 6; n += 1)
        expect((await refusalOf(identity.signIn({ ...body, password: 'no' }, 'a'))).kind).toBe(
          'badCredentials',
        );
      await identity.signIn(body, 'a');
    }
  });
});

describe('access tokens', () => {
  it('run out after fifteen minutes, and still sign out', async () => {
    const { accessToken } = await signIn();
    clock.advance(15 * minute - 1000);
    await identity.authenticate(accessToken);
    clock.advance(1000);
    expect((await refusalOf(identity.authenticate(accessToken))).kind).toBe('unauthenticated');
    await identity.signOut(accessToken);
    expect(ended).toHaveLength(1);
  });

  it('are refused when forged, of another algorithm, issuer or audience', async () => {
    const { accessToken } = await signIn();
    const { iss: _iss, aud: _aud, ...claims } = jwt.decode(accessToken, { json: true }) ?? {};
    const good = { issuer: 'roomlight', audience: 'roomlight-api' };
    const forged = [
      `${accessToken.slice(0, -2)}xx`,
      'nonsense',
      jwt.sign(claims, 'another secret, just as long as the real', good),
      jwt.sign(claims, jwtSecret, { ...good, algorithm: 'HS384' }),
      jwt.sign(claims, '', { ...good, algorithm: 'none' }),
      jwt.sign(claims, jwtSecret, { ...good, issuer: 'elsewhere' }),
      jwt.sign(claims, jwtSecret, { ...good, audience: 'elsewhere' }),
      jwt.sign({ sub: 'x' }, jwtSecret, good),
    ];
    for (const token of forged)
      expect((await refusalOf(identity.authenticate(token))).kind).toBe('unauthenticated');
    await identity.authenticate(jwt.sign(claims, jwtSecret, good));
  });

  it('are refused once the session has ended, the user is disabled or the clinic is another', async () => {
    const [first, second] = [await signIn(), await signIn()];
    await identity.signOut(first.accessToken);
    expect((await refusalOf(identity.authenticate(first.accessToken))).kind).toBe('sessionEnded');
    await identity.authenticate(second.accessToken);
    const { iss: _iss, aud: _aud, ...claims } = jwt.decode(second.accessToken, { json: true }) ?? {};
    const moved = jwt.sign({ ...claims, tid: otherTenant }, jwtSecret, {
      issuer: 'roomlight',
      audience: 'roomlight-api',
    });
    expect((await refusalOf(identity.authenticate(moved))).kind).toBe('sessionEnded');
    await store.write.updateTable('users').set({ disabled: 1 }).execute();
    expect((await refusalOf(identity.authenticate(second.accessToken))).kind).toBe('sessionEnded');
    expect((await refusalOf(identity.refresh(second.refreshToken))).kind).toBe('sessionEnded');
  });
});

const attempt = 'attempt-of-the-first' as IdempotencyKey;

describe('sessions', () => {
  it('refresh by tokens of which the server keeps no copy', async () => {
    const first = await signIn();
    clock.advance(14 * minute);
    const second = await identity.refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await identity.authenticate(second.accessToken);
    const kept = JSON.stringify(await store.read.selectFrom('refresh_tokens').selectAll().execute());
    expect(kept).not.toContain(first.refreshToken);
    expect(kept).not.toContain(second.refreshToken);
  });

  it('end for everyone when a spent token is shown again', async () => {
    const first = await signIn();
    const second = await identity.refresh(first.refreshToken, attempt);
    expect((await refusalOf(identity.refresh(first.refreshToken))).kind).toBe('sessionEnded');
    expect(ended).toEqual([expect.stringMatching(/ tokenReused$/)]);
    expect((await refusalOf(identity.refresh(second.refreshToken))).kind).toBe('sessionEnded');
    expect((await refusalOf(identity.authenticate(second.accessToken))).kind).toBe('sessionEnded');
    expect(ended).toHaveLength(1);
  });

  it('survive the lost answer of a refresh, and still catch a thief who uses that', async () => {
    const first = await signIn();
    const lost = await identity.refresh(first.refreshToken, attempt);
    clock.advance(24 * 60 * minute - 1);
    const again = await identity.refresh(first.refreshToken, attempt);
    expect(ended).toEqual([]);
    // Only the newest works: the other party's next refresh is seen and ends the session.
    clock.advance(14 * minute);
    expect((await refusalOf(identity.refresh(lost.refreshToken))).kind).toBe('sessionEnded');
    expect((await refusalOf(identity.refresh(again.refreshToken))).kind).toBe('sessionEnded');
  });

  it('end when an attempt is repeated whose answer was used since', async () => {
    for (const next of [null, 'attempt-of-the-second' as IdempotencyKey]) {
      const first = await signIn();
      clock.advance(14 * minute);
      const second = await identity.refresh(first.refreshToken, attempt);
      clock.advance(14 * minute);
      const third = await identity.refresh(second.refreshToken, next);
      expect((await refusalOf(identity.refresh(first.refreshToken, attempt))).kind).toBe('sessionEnded');
      expect((await refusalOf(identity.authenticate(third.accessToken))).kind).toBe('sessionEnded');
    }
    expect(ended).toHaveLength(2);
  });

  it('end when the attempt that spent a token is repeated too late', async () => {
    const first = await signIn();
    await identity.refresh(first.refreshToken, attempt);
    clock.advance(24 * 60 * minute + 1);
    expect((await refusalOf(identity.refresh(first.refreshToken, attempt))).kind).toBe('sessionEnded');
  });

  it('have one working token after many refreshes at once', async () => {
    const { refreshToken } = await signIn();
    await Promise.all(Array.from({ length: 8 }, () => identity.refresh(refreshToken, attempt)));
    const good = await store.read
      .selectFrom('refresh_tokens')
      .selectAll()
      .where('spent_at', 'is', null)
      .execute();
    expect(good).toHaveLength(1);
  });

  it('run out when unused for a fortnight, and after ninety days in any case', async () => {
    const day = 24 * 60 * minute;
    const idle = await signIn();
    clock.advance(14 * day);
    expect((await refusalOf(identity.refresh(idle.refreshToken))).kind).toBe('sessionEnded');
    let { refreshToken } = await signIn();
    for (let used = 0; used < 89; used += 1) {
      clock.advance(day);
      ({ refreshToken } = await identity.refresh(refreshToken));
    }
    clock.advance(day);
    expect((await refusalOf(identity.refresh(refreshToken))).kind).toBe('sessionEnded');
  });

  it('are told once when they end, and forgotten with their tokens later', async () => {
    const { accessToken } = await signIn();
    const { sessionId } = await identity.authenticate(accessToken);
    await identity.signOut(accessToken);
    await identity.signOut(accessToken);
    expect(ended).toEqual([`${sessionId} signedOut`]);
    const kept = await signIn();
    clock.advance(minute);
    await identity.sessions.dropEnded(toInstant(clock.now()));
    expect(await store.read.selectFrom('refresh_tokens').selectAll().execute()).toHaveLength(1);
    await identity.refresh(kept.refreshToken);
  });
});
