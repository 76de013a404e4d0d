import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { ErrorBody } from '#shared/errors.ts';

let server: TestServer;
let desk: Desk;

const open = async (options: Parameters<typeof startTestServer>[0] = {}) => {
  server = await startTestServer(options);
  desk = await openDesk(server);
};

beforeEach(() => open({ http: { corsOrigins: ['https://clinic.example'] } }));

afterEach(() => server.close());

describe('bad requests are refused in words', () => {
  it.each([
    ['broken JSON', '{"patientId":', 'application/json', 400, 'invalid'],
    ['JSON that is no object', '[]', 'application/json', 400, 'invalid'],
    ['another type of body', 'patientId=1', 'application/x-www-form-urlencoded', 400, 'invalid'],
    ['an unknown charset', '{}', 'application/json; charset=utf-7', 400, 'invalid'],
    ['a body too large', JSON.stringify({ note: 'x'.repeat(70_000) }), 'application/json', 413, 'tooLarge'],
  ])('%s', async (_name, body, type, status, kind) => {
    const answer = await desk.api.call('POST', '/api/appointments', {
      body,
      headers: { 'Content-Type': type },
    });
    expect(answer.status).toBe(status);
    expect(ErrorBody.parse(answer.body.error).kind).toBe(kind);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at \w+ \(|SyntaxError/);
  });

  it('says where: a header, the query', async () => {
    const wrong = [
      ['POST', '/api/appointments', { 'Idempotency-Key': 'short' }, 'Idempotency-Key'],
      ['GET', '/api/patients?colour=red', {}, 'query'],
    ] as const;
    for (const [method, path, headers, where] of wrong) {
      const body = method === 'POST' ? desk.wanted('10:00') : undefined;
      const answer = await desk.api.call(method, path, { body, headers });
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({ kind: 'invalid', problems: [{ where }] });
    }
  });

  it('an unknown address', async () => {
    for (const path of ['/api/nothing', '/nothing', '/api/appointments/%ZZ']) {
      const { status, body } = await desk.api.get(path);
      expect([400, 404]).toContain(status);
      expect(ErrorBody.parse(body.error).message).toMatch(/Check|Correct/);
    }
  });
});

it('what goes wrong inside is told to the log, not outside', async () => {
  await server.store.write.schema.dropTable('outcomes').execute();
  const { status, body, headers } = await desk.api.send('appointment.book', desk.wanted('10:00'), {
    key: 'never-kept',
  });
  expect(status).toBe(500);
  expect(body.error).toMatchObject({ kind: 'internal', requestId: headers.get('X-Request-ID') });
  expect(JSON.stringify(body)).not.toMatch(/outcomes|SQL/i);
  const logged = server.logged.find(({ msg }) => msg === 'request failed');
  expect(logged).toMatchObject({
    requestId: headers.get('X-Request-ID'),
    err: { message: 'no such table: outcomes' },
  });
});

it('takes the request id of the caller when it is sane', async () => {
  const asked = async (id: string) =>
    (await desk.api.call('GET', '/api/me', { headers: { 'X-Request-ID': id } })).headers.get('X-Request-ID');
  expect(await asked('desk-1.0042')).toBe('desk-1.0042');
  expect(await asked('not a sane one!')).toMatch(/^[0-9a-f-]{36}$/);
});

it('W6 writes one line a request, naming the route and no patient detail', async () => {
  await desk.book('10:00', { reason: 'Melanoma follow-up' });
  await desk.api.get('/api/patients?search=Angstrom');
  await desk.api.get(`/api/patients/${desk.patient.id}`);
  await desk.api.send('appointment.book', desk.wanted('10:00'));
  await expect.poll(() => server.logged.filter(({ msg }) => msg === 'request')).toHaveLength(5);
  const lines = server.logged.filter(({ msg }) => msg === 'request');
  expect(lines.map(({ method, route, status }) => [method, route, status].join(' '))).toEqual([
    'POST /api/patients 201',
    'POST /api/appointments 201',
    'GET /api/patients 200',
    'GET /api/patients/:id 200',
    'POST /api/appointments 409',
  ]);
  expect(lines[4]).toMatchObject({
    tenant: server.clinic.clinic.id,
    user: server.clinic.members[0]?.id,
    refusal: 'slotTaken',
    ms: expect.any(Number),
    requestId: expect.any(String),
  });
  const text = JSON.stringify(server.logged);
  // Whole details: a few digits of one may stand in any request id.
  for (const detail of ['ngstr', 'Zo', '555-0147', '5550147', '1984-03-14', 'Melanoma', desk.patient.id])
    expect(text).not.toContain(detail);
});

describe('another origin', () => {
  it('may call when the clinic named it, and no other may', async () => {
    const allowed = async (origin: string) =>
      (await desk.api.call('GET', '/healthz', { headers: { Origin: origin } })).headers.get(
        'Access-Control-Allow-Origin',
      );
    expect(await allowed('https://clinic.example')).toBe('https://clinic.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('may none call when none is named', async () => {
    await server.close();
    await open();
    const { headers } = await desk.api.call('GET', '/healthz', {
      headers: { Origin: 'https://clinic.example' },
    });
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

it('sends the headers that keep browsers careful, and does not say what it is made with', async () => {
  const { headers } = await desk.api.get('/healthz');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'");
  expect(headers.get('X-Powered-By')).toBeNull();
});

it('slows one user down, not the others', async () => {
  await server.close();
  await open({ http: { perUser: { perSecond: 2, burst: 3 } } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.api.get('/api/me')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(10);
  expect(refused[0]?.body.error).toMatchObject({ kind: 'tooMany', retryAfterSeconds: expect.any(Number) });
  expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  const admin = new Api(server.url, await server.signIn('admin'));
  expect((await admin.get('/api/me')).status).toBe(200);
});

it('slows snapshots down before anything else of that user', async () => {
  await server.close();
  await open({ http: { snapshotsPerUser: { perSecond: 2, burst: 3 } } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.api.get('/api/snapshot')));
  expect(answers.filter(({ body }) => body.error?.kind === 'tooMany').length).toBeGreaterThan(10);
  expect((await desk.api.get('/api/me')).status).toBe(200);
  const admin = new Api(server.url, await server.signIn('admin'));
  expect((await admin.get('/api/snapshot')).status).toBe(200);
});

it('slows down an address that comes with forged tokens, not the good ones from there', async () => {
  await server.close();
  await open({ http: { perAddress: { perSecond: 2, burst: 3 } } });
  const forger = new Api(server.url, 'not.a.token');
  const answers = await Promise.all(Array.from({ length: 20 }, () => forger.get('/api/me')));
  const kinds = answers.map(({ body }) => body.error?.kind);
  expect(new Set(kinds)).toEqual(new Set(['unauthenticated', 'tooMany']));
  expect(kinds.filter((kind) => kind === 'tooMany').length).toBeGreaterThan(10);
  expect((await desk.api.get('/api/me')).status).toBe(200);
});

describe('health', () => {
  it('says that it is alive and ready', async () => {
    const nobody = new Api(server.url, null);
    expect((await nobody.get('/healthz')).body).toEqual({ status: 'alive' });
    const ready = await nobody.get('/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body).toEqual({ status: 'ready', databaseWritable: true, logReadable: true });
    expect(await server.store.read.selectFrom('meta').select('key').execute()).toEqual([{ key: 'epoch' }]);
  });

  it('says what it cannot do', async () => {
    await server.store.write.schema.dropTable('events').execute();
    const { status, body } = await desk.api.get('/readyz');
    expect(status).toBe(503);
    expect(body).toEqual({ status: 'notReady', databaseWritable: true, logReadable: false });
    expect(server.logged.some(({ msg }) => msg === 'not ready')).toBe(true);
  });
});

it('survives a caller who goes away in the middle of a request', async () => {
  await new Promise<void>((resolve) => {
    const half = request(`${server.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': 1000 },
    });
    half.on('error', () => resolve());
    half.write('{"tenantId":', () => half.destroy(new Error('gone')));
  });
  await expect.poll(() => server.logged.find(({ aborted }) => aborted)).toMatchObject({ msg: 'request' });
  expect((await desk.api.get('/api/me')).status).toBe(200);
});
