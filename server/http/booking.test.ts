import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPosition } from '#server/store/log.ts';
import { Api } from '#server/testing/api.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { otherTenant } from '#server/testing/test-clinic.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { AppointmentAnswer } from '#shared/commands.ts';
import type { Provider } from '#shared/people.ts';
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

describe('booking', () => {
  it('takes exactly the request of the quick start', async () => {
    const response = await fetch(`${server.url}/api/appointments`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await server.signIn('front')}`,
        'X-Tenant-ID': server.clinic.clinic.id,
        'Content-Type': 'application/json',
      },
      body: `{"patientId":"${desk.patient.id}","providerId":"${desk.providers[0].id}","scheduledStart":"2026-01-20T10:00:00Z","scheduledEnd":"2026-01-20T10:30:00Z"}`,
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('ETag')).toBe('"1"');
    const { appointment, seq } = AppointmentAnswer.strict().parse(await response.json());
    expect(seq).toBe((await readPosition(server.store.read, server.clinic.clinic.id)).head);
    expect(appointment).toMatchObject({
      version: 1,
      status: 'booked',
      scheduledStart: '2026-01-20T10:00:00.000Z',
      reason: '',
      createdAt: '2026-01-20T15:00:00.000Z',
    });
  });

  it('refuses an unknown patient or provider, of another clinic too', async () => {
    const nobody = '0198c5a5-7c1e-7d1f-8a55-1d2c3b4a5968';
    const elsewhere = new Api(server.url, await server.signIn('front', { tenantId: otherTenant }));
    const theirProvider = (await elsewhere.get<{ providers: Provider[] }>('/api/providers')).body
      .providers[0];
    const bill = { givenName: 'Bill', familyName: 'Elsewhere', birthDate: '1990-01-01' };
    const theirPatient = (await elsewhere.send('patient.create', bill)).body.patient;
    const cases = [
      ['patientId', nobody],
      ['providerId', nobody],
      ['patientId', theirPatient.id],
      ['providerId', theirProvider?.id],
    ] as const;
    for (const [field, id] of cases) {
      const { status, body } = await desk.api.send('appointment.book', desk.wanted('10:00', { [field]: id }));
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        kind: 'invalid',
        problems: [{ where: field, what: expect.stringMatching(/^names no /) }],
      });
    }
  });

  it('refuses what ends before it begins, is too long, or is not understood, in words', async () => {
    const cases: [Record<string, unknown>, string][] = [
      [{ scheduledEnd: '2026-01-20T09:00:00Z' }, 'scheduledEnd must be after scheduledStart'],
      [
        { scheduledEnd: '2026-01-22T09:00:00Z' },
        'scheduledEnd must be 5 minutes to 12 hours after scheduledStart',
      ],
      [
        { scheduledStart: 'tomorrow' },
        'scheduledStart must be a date and time with its offset, such as 2026-01-20T10:00:00Z',
      ],
      [{ patientId: undefined }, 'patientId is missing'],
      [{ patientId: 7 }, 'patientId must be of type string'],
      [{ providerId: 'Dr. Ito' }, 'providerId must be an id'],
      [{ reason: 'x'.repeat(201) }, 'reason must be at most 200 characters'],
      [{ colour: 'red' }, 'body does not know colour'],
    ];
    for (const [more, words] of cases) {
      const { status, body } = await desk.api.send('appointment.book', desk.wanted('10:00', more));
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ kind: 'invalid', problems: [expect.anything()] });
      expect(body.error?.message).toBe(
        `The request could not be understood: ${words}. Correct it and send it again.`,
      );
    }
  });
});

describe('a double booking', () => {
  it('is refused with the appointments in the way', async () => {
    const taken = await desk.book('10:00');
    for (const start of ['09:45', '10:00', '10:15']) {
      const { status, body } = await desk.api.send('appointment.book', desk.wanted(start));
      expect(status).toBe(409);
      expect(body.error).toMatchObject({ kind: 'slotTaken', conflicts: [taken] });
    }
    await desk.book('09:30');
    await desk.book('10:30');
    await desk.book('10:00', { providerId: desk.providers[1].id });
  });

  it('is found even behind the longest visit there can be', async () => {
    const long = await desk.book('04:00', { scheduledEnd: '2026-01-20T16:00:00Z' });
    const { body } = await desk.api.send('appointment.book', desk.wanted('15:45'));
    expect(body.error).toMatchObject({ kind: 'slotTaken', conflicts: [{ id: long.id }] });
  });

  it('is made on purpose by giving a reason, which free time does not keep', async () => {
    await desk.book('10:00');
    const squeezed = await desk.book('10:00', { overbookReason: 'Bleeding, seen between' });
    expect(squeezed.overbookReason).toBe('Bleeding, seen between');
    expect((await desk.book('11:00', { overbookReason: 'not needed' })).overbookReason).toBeNull();
  });

  it('is refused for a move, a reopening and a late check-in as well', async () => {
    const moved = await desk.book('12:00');
    const missed = await desk.book('10:00');
    const noShow = await desk.api.send('appointment.markNoShow', {}, { on: missed });
    const cancelled = await desk.api.send(
      'appointment.cancel',
      { cancelReason: 'ill' },
      { on: await desk.book('10:00') },
    );
    const taken = await desk.book('10:00');
    const { patientId: _patient, ...to } = desk.wanted('10:15');
    const refused = await Promise.all([
      desk.api.send('appointment.move', to, { on: moved }),
      desk.api.send('appointment.checkIn', {}, { on: noShow.body.appointment }),
      desk.api.send('appointment.reopen', {}, { on: cancelled.body.appointment }),
    ]);
    for (const { body } of refused)
      expect(body.error).toMatchObject({ kind: 'slotTaken', conflicts: [{ id: taken.id }] });
    const meant = await desk.api.send('appointment.move', { ...to, overbookReason: 'agreed' }, { on: moved });
    expect(meant.body.appointment).toMatchObject({ overbookReason: 'agreed', version: 2 });
  });

  it('is not made by shortening a visit that was overbooked on purpose', async () => {
    await desk.book('10:00');
    const squeezed = await desk.book('10:00', { overbookReason: 'agreed' });
    const { patientId: _patient, ...to } = desk.wanted('10:00', { scheduledEnd: '2026-01-20T10:15:00Z' });
    const shorter = await desk.api.send('appointment.move', to, { on: squeezed });
    expect(shorter.body.appointment).toMatchObject({ overbookReason: 'agreed' });
  });

  it('is never made by chance: 1,000 concurrent bookings of 10 slots give exactly 10 appointments', {
    timeout: 60_000,
  }, async () => {
    const desks = [desk.api, new Api(server.url, await server.signIn('admin'))];
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => {
        const hour = String(8 + (n % 10)).padStart(2, '0');
        const api = desks[n % 2] ?? desk.api;
        return api.send('appointment.book', desk.wanted(`${hour}:00`), { key: `booking-${n}` });
      }),
    );
    const booked = answers.filter((answer) => answer.status === 201);
    expect(new Set(booked.map(({ body }) => body.appointment.scheduledStart)).size).toBe(10);
    expect(booked).toHaveLength(10);
    for (const { body } of answers.filter((answer) => answer.status !== 201))
      expect(body.error).toMatchObject({ kind: 'slotTaken', conflicts: [expect.anything()] });
    const day = await desk.api.get<{ appointments: Appointment[] }>('/api/appointments?day=2026-01-20');
    expect(day.body.appointments).toHaveLength(10);
  });
});
