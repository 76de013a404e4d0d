import { afterEach, beforeEach, expect, it } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { testPassword, testTenant } from '#server/testing/test-clinic.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { Me, SignedIn } from '#shared/http.ts';

let server: TestServer;
let nobody: Api;

beforeEach(async () => {
  server = await startTestServer();
  nobody = new Api(server.url, null);
});

afterEach(() => server.close());

const body = { tenantId: testTenant, username: 'front', password: testPassword, workstation: 'desk-1' };
const signIn = async () => SignedIn.parse((await nobody.call('POST', '/api/auth/login', { body })).body);
const refresh = (refreshToken: string) =>
  nobody.call('POST', '/api/auth/refresh', { body: { refreshToken } });

it('signs in, says who one is, refreshes and signs out', async () => {
  const first = await signIn();
  const api = new Api(server.url, first.accessToken);
  expect(Me.parse((await api.get('/api/me')).body)).toEqual({ member: first.member, clinic: first.clinic });
  const second = SignedIn.parse((await refresh(first.refreshToken)).body);
  const renewed = new Api(server.url, second.accessToken);
  expect((await renewed.get('/api/me')).status).toBe(200);
  expect((await renewed.call('POST', '/api/auth/logout')).status).toBe(204);
  const refused = await renewed.get('/api/me');
  expect(refused.status).toBe(401);
  expect(refused.body.error).toMatchObject({ kind: 'sessionEnded' });
  expect((await refresh(second.refreshToken)).body.error).toMatchObject({ kind: 'sessionEnded' });
});

it('ends the whole session when a spent refresh token comes back', async () => {
  const first = await signIn();
  const second = SignedIn.parse((await refresh(first.refreshToken)).body);
  const reused = await refresh(first.refreshToken);
  expect(reused.status).toBe(401);
  expect(reused.body.error).toMatchObject({ kind: 'sessionEnded' });
  const refused = await new Api(server.url, second.accessToken).get('/api/me');
  expect(refused.body.error).toMatchObject({ kind: 'sessionEnded' });
});

it('refuses a wrong password, and after ten says how long to wait', async () => {
  const wrong = { ...body, password: 'wrong' };
  for (let n = 0; n < 10; n += 1) {
    const { status, body: answer } = await nobody.call('POST', '/api/auth/login', { body: wrong });
    expect(status).toBe(401);
    expect(answer.error).toMatchObject({ kind: 'badCredentials' });
  }
  const refused = await nobody.call('POST', '/api/auth/login', { body });
  expect(refused.status).toBe(429);
  expect(refused.body.error).toMatchObject({ kind: 'tooMany' });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
});

it('lets nobody in without a token, with one that ran out, or to another clinic', async () => {
  const missing = await nobody.get('/api/me');
  expect(missing.status).toBe(401);
  expect(missing.headers.get('WWW-Authenticate')).toBe('Bearer');
  expect(missing.body.error).toMatchObject({ kind: 'unauthenticated' });
  const { accessToken } = await signIn();
  const api = new Api(server.url, accessToken);
  const elsewhere = await api.call('GET', '/api/me', { headers: { 'X-Tenant-ID': 'tenant-other' } });
  expect(elsewhere.status).toBe(403);
  expect(elsewhere.body.error).toMatchObject({ kind: 'wrongTenant' });
  server.clock.advance(15 * 60_000);
  expect((await api.get('/api/me')).body.error).toMatchObject({ kind: 'unauthenticated' });
});

it('keeps answers with tokens out of caches', async () => {
  const { headers } = await nobody.call('POST', '/api/auth/login', { body });
  expect(headers.get('Cache-Control')).toBe('no-store');
});
