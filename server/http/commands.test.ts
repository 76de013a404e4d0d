import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEvents, readPosition } from '#server/store/log.ts';
import { Api } from '#server/testing/api.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { Appointment } from '#shared/schedule.ts';

let server: TestServer;
let desk: Desk;

beforeAll(async () => {
  server = await startTestServer({ http: { perUser: { perSecond: 10_000, burst: 10_000 } } });
  desk = await openDesk(server);
});

afterAll(() => server.close());

// Each test books on an empty day.
beforeEach(() => server.store.write.deleteFrom('appointments').execute());

const head = async () => (await readPosition(server.store.read, server.clinic.clinic.id)).head;
const eventsAfter = (seq: number): Promise<ClinicEvent[]> =>
  readEvents(server.store.read, server.clinic.clinic.id, seq, 10_000);
const read = async (id: string) =>
  (await desk.api.get<{ appointment: Appointment }>(`/api/appointments/${id}`)).body.appointment;

describe('the log', () => {
  it('L1 a refused command leaves neither state nor event', async () => {
    await desk.book('10:00');
    const before = await head();
    const { status } = await desk.api.send('appointment.book', desk.wanted('10:15'));
    expect(status).toBe(409);
    expect(await head()).toBe(before);
    expect(await server.store.read.selectFrom('appointments').selectAll().execute()).toHaveLength(1);
  });

  it('L2 seq is gap-free under 50 concurrent commands', async () => {
    const before = await head();
    const starts = Array.from({ length: 25 }, (_, n) => n).flatMap((n) =>
      desk.providers.map(({ id }) => desk.wanted('00:00', slot(n, id))),
    );
    const answers = await Promise.all(starts.map((body) => desk.api.send('appointment.book', body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(201));
    const seqs = answers.map((answer) => answer.body.seq).toSorted((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, n) => before + 1 + n));
    expect((await eventsAfter(before)).map((event) => event.seq)).toEqual(seqs);
  });

  it('L3 an event carries the whole appointment after the change, and who made it', async () => {
    const before = await head();
    const booked = await desk.book('10:00');
    const { body } = await desk.api.send('appointment.confirm', {}, { on: booked });
    const events = await eventsAfter(before);
    expect(events.map((event) => event.type)).toEqual(['appointment.created', 'appointment.confirmed']);
    expect(events[1]).toMatchObject({
      data: { appointment: body.appointment },
      actor: { name: 'Fay Front' },
    });
    expect(await read(booked.id)).toEqual(body.appointment);
  });
});

function slot(n: number, providerId: string) {
  const from = Date.parse('2026-02-02T08:00:00Z') + n * 30 * 60_000;
  return {
    providerId,
    scheduledStart: new Date(from).toISOString(),
    scheduledEnd: new Date(from + 30 * 60_000).toISOString(),
  };
}

describe('L4 the same key gives the first outcome', () => {
  it('when it was carried out', async () => {
    const key = 'book-the-ten-o-clock';
    const first = await desk.api.send('appointment.book', desk.wanted('10:00'), { key });
    const before = await head();
    const again = await desk.api.send('appointment.book', desk.wanted('10:00'), { key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(again.headers.get('ETag')).toBe('"1"');
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    expect(await head()).toBe(before);
  });

  it('when it was refused, though it would be allowed by now', async () => {
    const key = 'book-a-taken-time';
    const taken = await desk.book('10:00');
    const first = await desk.api.send('appointment.book', desk.wanted('10:00'), { key });
    await desk.api.send('appointment.cancel', { cancelReason: 'ill' }, { on: taken });
    const again = await desk.api.send('appointment.book', desk.wanted('10:00'), { key });
    expect([first.status, again.status]).toEqual([409, 409]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  it('to twenty who send it at once', async () => {
    const key = 'twenty-times-at-once';
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.api.send('appointment.book', desk.wanted('11:00'), { key })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const replays = answers.filter((answer) => answer.headers.get('Idempotency-Replayed') === 'true');
    expect(replays).toHaveLength(19);
  });

  it('however the same request is spelt, and to nobody with another request', async () => {
    const key = 'spelt-in-two-ways';
    const first = await desk.api.send('appointment.book', desk.wanted('12:00'), { key });
    const spelt = { ...desk.wanted('12:00'), reason: '', scheduledStart: '2026-01-20T13:00:00+01:00' };
    const again = await desk.api.send('appointment.book', spelt, { key });
    expect(again.body).toEqual(first.body);
    const other = await desk.api.send('appointment.book', desk.wanted('12:30'), { key });
    expect(other.status).toBe(409);
    expect(other.body.error?.kind).toBe('keyReused');
    const confirm = await desk.api.send('appointment.confirm', {}, { on: first.body.appointment, key });
    expect(confirm.body.error?.kind).toBe('keyReused');
  });

  it('only to the user who sent it', async () => {
    const key = 'chosen-by-two-users';
    await desk.api.send('appointment.book', desk.wanted('13:00'), { key });
    const other = new Api(server.url, await server.signIn('admin'));
    const answer = await other.send('appointment.book', desk.wanted('13:30'), { key });
    expect(answer.status).toBe(201);
  });

  it('but an answer that could not be understood is no outcome', async () => {
    const key = 'first-wrong-then-right';
    expect((await desk.api.send('appointment.book', {}, { key })).status).toBe(400);
    expect((await desk.api.send('appointment.book', desk.wanted('14:00'), { key })).status).toBe(201);
    const spaces = await desk.api.send('appointment.book', desk.wanted('14:30'), { key: 'has a space' });
    expect(spaces.body.error).toMatchObject({ kind: 'invalid' });
  });
});

describe('L5 a change names the version it saw', () => {
  it('and is refused with the current appointment when that is not the newest', async () => {
    const booked = await desk.book('10:00');
    const { body } = await desk.api.send('appointment.confirm', {}, { on: booked });
    for (const [type, sent] of [
      ['appointment.checkIn', {}],
      ['appointment.change', { reason: 'a', note: '' }],
      ['appointment.move', desk.wanted('12:00', { patientId: undefined })],
    ] as const) {
      const late = await desk.api.send(type, sent, { on: booked });
      expect(late.status).toBe(409);
      expect(late.body.error).toMatchObject({ kind: 'stale', current: body.appointment });
    }
  });

  it('of two changes at once exactly one is made', async () => {
    const booked = await desk.book('10:00');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        desk.api.send('appointment.change', { reason: `reason ${n}`, note: '' }, { on: booked }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect((await read(booked.id)).version).toBe(2);
  });

  it('in quotes or without, and not at all is refused', async () => {
    const booked = await desk.book('10:00');
    const path = `/api/appointments/${booked.id}/confirm`;
    const missing = await desk.api.call('POST', path, { body: {} });
    expect(missing.status).toBe(428);
    expect(missing.body.error).toMatchObject({ kind: 'versionMissing' });
    const wrong = await desk.api.call('POST', path, { headers: { 'If-Match': '*' } });
    expect(wrong.body.error).toMatchObject({ kind: 'invalid', problems: [{ where: 'If-Match' }] });
    const quoted = await desk.api.call('POST', path, { headers: { 'If-Match': '"1"' } });
    expect(quoted.status).toBe(200);
    expect(quoted.headers.get('ETag')).toBe('"2"');
  });

  it('after the appointment is found, before the step is judged', async () => {
    const booked = await desk.book('10:00');
    const gone = { ...booked, id: '0198c5a5-7c1e-7d1f-8a55-1d2c3b4a5968' as Appointment['id'] };
    expect((await desk.api.send('appointment.confirm', {}, { on: gone })).body.error?.kind).toBe('notFound');
    const early = { ...booked, version: 7 };
    expect((await desk.api.send('appointment.reopen', {}, { on: early })).body.error?.kind).toBe('stale');
    const refused = await desk.api.send('appointment.reopen', {}, { on: booked });
    expect(refused.body.error).toMatchObject({ kind: 'stepNotAllowed', current: booked });
  });
});
