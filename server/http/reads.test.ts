import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { otherTenant } from '#server/testing/test-clinic.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { reads } from '#shared/http.ts';
import type { Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import { type LocalDate, toInstant } from '#shared/time.ts';

let server: TestServer;
let desk: Desk;

beforeAll(async () => {
  server = await startTestServer({ http: { perUser: { perSecond: 10_000, burst: 10_000 } } });
  desk = await openDesk(server);
});

afterAll(() => server.close());

const day = async (date: string, more = '') =>
  (await desk.api.get<{ appointments: Appointment[] }>(`/api/appointments?day=${date}${more}`)).body
    .appointments;
const bookAt = (scheduledStart: string, minutes = 15, providerId = desk.providers[0].id) =>
  desk.book('00:00', {
    providerId,
    scheduledStart,
    scheduledEnd: toInstant(Date.parse(scheduledStart) + minutes * 60_000),
  });

describe('the day', () => {
  it('is the clinic’s own: from its midnight to its next', async () => {
    const last = await bookAt('2026-01-13T05:45:00Z');
    const first = await bookAt('2026-01-13T06:00:00Z');
    const late = await bookAt('2026-01-14T05:45:00Z');
    expect(await day('2026-01-12')).toEqual([last]);
    expect(await day('2026-01-13')).toEqual([first, late]);
  });

  it.each([
    ['spring, of 23 hours', '2026-03-08', '2026-03-08T06:00:00Z', '2026-03-09T04:45:00Z'],
    ['autumn, of 25 hours', '2026-11-01', '2026-11-01T05:00:00Z', '2026-11-02T05:45:00Z'],
  ])('is right on the changing day of %s', async (_name, date, firstStart, lastStart) => {
    const quarter = 15 * 60_000;
    await bookAt(toInstant(Date.parse(firstStart) - quarter));
    const first = await bookAt(firstStart);
    const last = await bookAt(lastStart);
    await bookAt(toInstant(Date.parse(lastStart) + quarter));
    expect((await day(date)).map(({ id }) => id)).toEqual([first.id, last.id]);
  });

  it('may be of one provider, and needs to be a day', async () => {
    await bookAt('2026-01-15T15:00:00Z');
    const theirs = await bookAt('2026-01-15T15:00:00Z', 15, desk.providers[1].id);
    expect(await day('2026-01-15', `&providerId=${desk.providers[1].id}`)).toEqual([theirs]);
    const { status, body } = await desk.api.get('/api/appointments?day=today');
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      problems: [{ where: 'day', what: 'must be a day, such as 2026-01-20' }],
    });
  });
});

describe('the patient search', () => {
  const find = async (search: string) => {
    const { body } = await desk.api.get<{ patients: Patient[] }>(
      `/api/patients?search=${encodeURIComponent(search)}`,
    );
    return body.patients.map((patient) => patient.familyName);
  };

  beforeAll(async () => {
    for (const [givenName, familyName, birthDate, phone] of [
      ['Łukasz', 'Nowak', '1990-12-03', '+1 312 555 0188'],
      ['Maria', 'García López', '1971-03-12', '773-555-0112'],
      ['Marianne', 'Lopes', '2001-07-30', ''],
    ])
      await desk.api.send('patient.create', { givenName, familyName, birthDate, phone });
  });

  it.each([
    ['lukasz', ['Nowak']],
    ['NOW ŁUK', ['Nowak']],
    ['lop mar', ['García López', 'Lopes']],
    ['mari lopez', ['García López']],
    ['oneill', ['Ångström-O’Neill']],
    ["O'Neill zoe", ['Ångström-O’Neill']],
    ['arcia', []],
    ['0188', ['Nowak']],
    ['(312) 555-0188', ['Nowak']],
    ['5550112', ['García López']],
    ['1984-03-14', ['Ångström-O’Neill']],
    ['3/14/1984', ['Ångström-O’Neill']],
    ['14.3.1984 zo', ['Ångström-O’Neill']],
    ['12/3/1990', ['Nowak']],
    ['2001-07', ['Lopes']],
    ['mar%', ['García López', 'Lopes']],
    ['mar --', ['García López', 'Lopes']],
    ['-', []],
    ['%', []],
    [' ’ .', []],
  ])('finds by %s', async (search, names) => {
    expect((await find(search)).toSorted()).toEqual(names.toSorted());
  });

  it('finds by record number, answers at most as many as asked for, and everyone for nothing', async () => {
    expect(await find(desk.patient.mrn)).toEqual([desk.patient.familyName]);
    expect(await find('')).toHaveLength(4);
    const { body } = await desk.api.get<{ patients: Patient[] }>('/api/patients?limit=2');
    expect(body.patients).toHaveLength(2);
    expect((await desk.api.get('/api/patients?limit=1000')).status).toBe(400);
  });
});

it('every read answers what the table says', async () => {
  const { id } = await bookAt('2026-01-16T15:00:00Z');
  const paths: Record<keyof typeof reads, string> = {
    clinicFound: `/api/clinic?tenantId=${server.clinic.clinic.id}`,
    me: '/api/me',
    snapshot: '/api/snapshot',
    day: '/api/appointments?day=2026-01-16',
    appointment: `/api/appointments/${id}`,
    history: `/api/appointments/${id}/history`,
    patients: '/api/patients',
    patient: `/api/patients/${desk.patient.id}`,
    providers: '/api/providers',
  };
  for (const [name, path] of Object.entries(paths)) {
    const { status, body } = await desk.api.get(path);
    expect(status, path).toBe(200);
    expect(reads[name as keyof typeof reads].answer.parse(body), path).toEqual(body);
  }
});

it('a clinic is found before sign-in, by its id or as the only one', async () => {
  const nobody = new Api(server.url, null);
  expect((await nobody.get('/api/clinic?tenantId=tenant-other')).body).toMatchObject({
    tenantId: otherTenant,
  });
  expect((await nobody.get('/api/clinic')).body.error).toMatchObject({ kind: 'notFound' });
  expect((await nobody.get('/api/clinic?tenantId=tenant-none')).body.error).toMatchObject({
    kind: 'notFound',
  });
});

it('nothing of one clinic is seen from another', async () => {
  const booked = await bookAt('2026-01-19T15:00:00Z');
  const stranger = new Api(server.url, await server.signIn('admin', { tenantId: otherTenant }));
  for (const path of [
    `appointments/${booked.id}`,
    `appointments/${booked.id}/history`,
    `patients/${desk.patient.id}`,
  ])
    expect((await stranger.get(`/api/${path}`)).body.error, path).toMatchObject({ kind: 'notFound' });
  const { body: found } = await stranger.get('/api/patients');
  expect(found.patients).toEqual([]);
  const { body: list } = await stranger.get('/api/appointments?day=2026-01-19');
  expect(list.appointments).toEqual([]);
  const { body: snapshot } = await stranger.get('/api/snapshot');
  expect(snapshot).toMatchObject({ seq: 0, patients: [], appointments: [], clinic: { id: otherTenant } });
  const { body } = await stranger.send('appointment.confirm', {}, { on: booked });
  expect(body.error).toMatchObject({ kind: 'notFound' });
  const borrowed = await stranger.send('appointment.book', desk.wanted('10:00'));
  expect(borrowed.body.error).toMatchObject({ problems: [{ where: 'patientId' }] });
});

it('the snapshot begins 31 clinic days before today, or where asked', async () => {
  const { body } = await desk.api.get('/api/snapshot');
  expect(body.from).toBe('2025-12-20');
  const old = await bookAt('2025-12-20T05:45:00Z');
  const kept = await bookAt('2025-12-20T06:00:00Z');
  const ids = async (from?: LocalDate | string) => {
    const query = from ? `?from=${from}` : '';
    const answer = await desk.api.get<{ appointments: Appointment[] }>(`/api/snapshot${query}`);
    return answer.body.appointments.map(({ id }) => id);
  };
  expect(await ids()).toContain(kept.id);
  expect(await ids()).not.toContain(old.id);
  expect(await ids('2025-12-19')).toContain(old.id);
});
