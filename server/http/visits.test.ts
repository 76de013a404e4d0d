import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Api } from '#server/testing/api.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { type CommandType, commands } from '#shared/commands.ts';
import type { ClinicEvent } from '#shared/events.ts';
import { Role } from '#shared/people.ts';
import { may } from '#shared/permissions.ts';
import { type Appointment, VisitStep } from '#shared/schedule.ts';

let server: TestServer;
let desk: Desk;
let apis: Record<Role, Api>;

beforeAll(async () => {
  server = await startTestServer({ http: { perUser: { perSecond: 10_000, burst: 10_000 } } });
  desk = await openDesk(server);
  const signedIn = async (username: string) => new Api(server.url, await server.signIn(username));
  apis = {
    frontDesk: desk.api,
    provider: await signedIn('provider'),
    assistant: await signedIn('assistant'),
    admin: await signedIn('admin'),
  };
});

afterAll(() => server.close());

beforeEach(() => server.store.write.deleteFrom('appointments').execute());

async function step(role: Role, name: VisitStep, on: Appointment, body: unknown = {}): Promise<Appointment> {
  server.clock.advance(60_000);
  const answer = await apis[role].send(`appointment.${name}`, body, { on });
  expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBe(200);
  return answer.body.appointment;
}

it('a visit goes from booking to check-out through the hands of the clinic', async () => {
  const booked = await desk.book('16:00');
  const confirmed = await step('frontDesk', 'confirm', booked);
  const checkedIn = await step('frontDesk', 'checkIn', confirmed);
  const roomed = await step('assistant', 'room', checkedIn, { room: 'Room 2' });
  const started = await step('provider', 'start', roomed);
  const done = await step('assistant', 'checkOut', started);
  expect(done).toMatchObject({ status: 'checkedOut', room: 'Room 2', version: 6 });
  expect(Date.parse(done.statusSince)).toBe(server.clock.now());
  const { body } = await desk.api.get<{ events: ClinicEvent[] }>(`/api/appointments/${booked.id}/history`);
  expect(body.events.map(({ type, actor }) => `${type} by ${actor.name}`)).toEqual([
    'appointment.created by Fay Front',
    'appointment.confirmed by Fay Front',
    'appointment.checkedIn by Fay Front',
    'appointment.roomed by Ali Assistant',
    'appointment.started by Dr. Ada Nwosu',
    'appointment.checkedOut by Ali Assistant',
  ]);
});

it('a patient is roomed only in a room the clinic has', async () => {
  const checkedIn = await step('frontDesk', 'checkIn', await desk.book('16:00'));
  const { status, body } = await apis.assistant.send(
    'appointment.room',
    { room: 'Broom closet' },
    { on: checkedIn },
  );
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    problems: [{ where: 'room', what: 'must be one of Room 1, Room 2' }],
  });
});

it('an unfinished rooming leaves nothing: the refused visit may be roomed properly with the same version', async () => {
  const checkedIn = await step('frontDesk', 'checkIn', await desk.book('16:00'));
  await apis.assistant.send('appointment.room', { room: 'Broom closet' }, { on: checkedIn });
  expect((await step('assistant', 'room', checkedIn, { room: 'Room 1' })).version).toBe(
    checkedIn.version + 1,
  );
});

it('reason and note are changed without touching the rest', async () => {
  const booked = await desk.book('16:00', { reason: 'Rash' });
  const { body } = await apis.provider.send(
    'appointment.change',
    { reason: 'Eczema', note: 'Itches' },
    { on: booked },
  );
  expect(body.appointment).toMatchObject({
    ...booked,
    reason: 'Eczema',
    note: 'Itches',
    version: 2,
    updatedBy: expect.anything(),
    updatedAt: expect.anything(),
  });
});

it('every command is open to the roles of the table and to no other', async () => {
  const booked = await desk.book('16:00');
  for (const role of Role.options)
    for (const type of Object.keys(commands) as CommandType[]) {
      // A body nobody understands and a version nobody saw: nothing is ever carried out, only the right is judged.
      const { body } = await apis[role].send(type, { nothing: 'known' }, { on: { ...booked, version: 99 } });
      expect(body.error?.kind === 'forbidden', `${role} ${type}`).toBe(!may(role, type));
    }
});

it('every step of the table has its command', () => {
  for (const name of VisitStep.options) expect(commands).toHaveProperty([`appointment.${name}`]);
});

it('a new patient gets the next record number, and a birth date that can be', async () => {
  const patient = { givenName: 'Ada', familyName: 'Li', birthDate: '1990-01-02', phone: '' };
  const first = await desk.api.send('patient.create', patient);
  const second = await desk.api.send('patient.create', patient);
  expect(Number(second.body.patient.mrn)).toBe(Number(first.body.patient.mrn) + 1);
  for (const birthDate of ['2026-01-21', '1899-12-31', '2026-02-30']) {
    const { status, body } = await desk.api.send('patient.create', { ...patient, birthDate });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ problems: [{ where: 'birthDate' }] });
  }
});
