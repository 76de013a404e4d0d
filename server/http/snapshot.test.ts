import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readEvents } from '#server/store/log.ts';
import { type Desk, openDesk } from '#server/testing/desk.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';
import { Snapshot } from '#shared/http.ts';
import type { Patient } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';

// A thousand readers and a storm of changes, on machines that do other things as well.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
let desk: Desk;

beforeAll(async () => {
  server = await startTestServer({ http: { perUser: { perSecond: 10_000, burst: 10_000 } } });
  desk = await openDesk(server);
});

afterAll(() => server.close());

const read = async () => Snapshot.parse((await desk.api.get('/api/snapshot')).body);

/** What a workstation makes of a snapshot and the events after it. */
async function caughtUp({ seq, patients, appointments }: Snapshot, upTo: number) {
  const entities = new Map<string, Patient | Appointment>();
  for (const entity of [...patients, ...appointments]) entities.set(entity.id, entity);
  const events = await readEvents(server.store.read, server.clinic.clinic.id, seq, upTo - seq);
  for (const { data } of events) {
    const entity = 'appointment' in data ? data.appointment : data.patient;
    entities.set(entity.id, entity);
  }
  return [...entities.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

it('F6 a snapshot read amid changes, with the events after it, equals a fresh read', async () => {
  const hours = Array.from({ length: 8 }, (_, n) => String(8 + n).padStart(2, '0'));
  const snapshots: Snapshot[] = [];
  let busy = true;
  const reading = (async () => {
    while (busy) snapshots.push(await read());
  })();
  await Promise.all(
    hours.map(async (hour) => {
      const booked = await desk.book(`${hour}:00`);
      const { body } = await desk.api.send('appointment.confirm', {}, { on: booked });
      await desk.api.send('appointment.cancel', { cancelReason: 'ill' }, { on: body.appointment });
      await desk.book(`${hour}:00`, { reason: 'Second try' });
      const patient = { givenName: 'Ann', familyName: hour, birthDate: '1990-01-01' };
      await desk.api.send('patient.create', patient);
    }),
  );
  busy = false;
  await reading;
  const fresh = await read();
  expect(new Set(snapshots.map(({ seq }) => seq)).size).toBeGreaterThan(2);
  for (const snapshot of [...snapshots, fresh]) {
    expect(snapshot.epoch).toBe(server.store.epoch);
    expect(await caughtUp(snapshot, fresh.seq)).toEqual(await caughtUp(fresh, fresh.seq));
  }
});

it('a snapshot is never older than what its reader has seen acknowledged', async () => {
  for (const minute of ['00', '15', '30', '45']) {
    const { body } = await desk.api.send('patient.create', {
      givenName: 'Bo',
      familyName: `Minute ${minute}`,
      birthDate: '1990-01-01',
    });
    const snapshot = await read();
    expect(snapshot.seq).toBe(body.seq);
    expect(snapshot.patients).toContainEqual(body.patient);
  }
});

it('a thousand who ask at the same seq are given the same bytes, read once', async () => {
  const { id } = server.clinic.clinic;
  const packed = await Promise.all(Array.from({ length: 1000 }, () => server.queries.snapshot(id, null)));
  expect(new Set(packed).size).toBe(1);
  const [first] = packed;
  if (!first) throw new Error('no snapshot');
  expect(gunzipSync(first.gzip).equals(first.json)).toBe(true);
  server.clock.advance(10_000);
  expect(await server.queries.snapshot(id, null)).not.toBe(first);
  expect((await read()).at).toBe(new Date(server.clock.now()).toISOString());
});

it('a snapshot read before the clock was put back is read anew', async () => {
  await read();
  server.clock.advance(-60 * 60_000);
  expect((await read()).at).toBe(new Date(server.clock.now()).toISOString());
});

it('comes compressed only to those who can read that', async () => {
  const headers = { 'Accept-Encoding': 'identity' };
  const plain = await desk.api.call('GET', '/api/snapshot', { headers });
  expect(plain.headers.get('Content-Encoding')).toBeNull();
  const packed = await desk.api.call('GET', '/api/snapshot', { headers: { 'Accept-Encoding': 'gzip' } });
  expect(packed.headers.get('Content-Encoding')).toBe('gzip');
  expect(packed.body).toEqual(plain.body);
});
