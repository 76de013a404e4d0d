import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { Cache } from '#desktop/main/cache/cache.ts';
import {
  appointment,
  morning,
  patient,
  patientEvent,
  providers,
  snapshot,
  visitEvent,
} from '#desktop/main/cache/clinic-fixture.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import type { Connection, Sync, SyncEvents } from '#desktop/main/sync/session-shape.ts';
import type { ClinicEvent, ClinicEventType } from '#shared/events.ts';
import { type Instant, toMilliseconds } from '#shared/time.ts';
import { changeLine } from './change-line.ts';
import { Printer } from './printer.ts';
import { words } from './words.ts';

const carla = patient(1, { givenName: 'Carla', familyName: 'Nwosu' });
const eleven = appointment(1, 120, { room: 'Room 2', cancelReason: 'Ill' });
const clinic = snapshot().clinic;

function filled(): Cache {
  const opened = openCache({ file: null });
  if (opened.state !== 'open') throw new Error('a cache in memory always opens');
  const appointments = [
    eleven,
    appointment(2, 0, { providerId: providers[1], reason: 'Acne \u001b[31mred\nline', status: 'checkedIn' }),
    appointment(3, 0, { status: 'noShow' }),
    appointment(4, 2 * 24 * 60),
  ];
  opened.cache.applySnapshot(snapshot({ patients: [carla], appointments }));
  return opened.cache;
}

function setUp(width = 100) {
  const lines: string[] = [];
  const cache = filled();
  const clock = () => toMilliseconds(morning);
  const printer = new Printer({ cache, clock, print: (line) => lines.push(line), width: () => width });
  const session = new EventEmitter<SyncEvents>();
  printer.follow(session as unknown as Sync);
  return { lines, cache, printer, session };
}

it('prints the day by provider and time, in the time of the clinic, without what would steer the terminal', () => {
  const { lines, printer } = setUp();
  printer.day();
  expect(lines).toEqual([
    '',
    'Test Clinic · Tuesday, January 20, 2026',
    'PROVIDER       TIME         STATUS      PATIENT       REASON',
    'Dr. Lindqvist  09:00–09:30  No-show     Nwosu, Carla  Skin check',
    'Dr. Lindqvist  11:00–11:30  Booked      Nwosu, Carla  Skin check',
    'Dr. Okafor     09:00–09:30  Checked in  Nwosu, Carla  Acne  [31mred line',
    '3 visits.',
    '',
  ]);
});

it('cuts what does not fit', () => {
  const { lines, printer } = setUp(60);
  printer.day();
  expect(Math.max(...lines.map((line) => line.length))).toBe(60);
  expect(lines.find((line) => line.startsWith('Dr. Okafor'))).toMatch(
    / Checked in {2}Nwosu, Carla {2}Acne.*…$/,
  );
});

it('says each change in one line', () => {
  const cache = filled();
  const line = (event: ClinicEvent) => changeLine(event, cache, clinic);
  const at = '2026-01-20T16:42:00.000Z' as Instant;
  expect(line(visitEvent(1, eleven, 'appointment.moved', at))).toBe(
    '10:42  Tess Moreau moved Carla Nwosu to 11:00 with Dr. Lindqvist',
  );
  expect(line(visitEvent(1, appointment(4, 2 * 24 * 60), 'appointment.created', at))).toBe(
    '10:42  Tess Moreau booked Carla Nwosu at 09:00 on Thu, Jan 22 with Dr. Lindqvist',
  );
  expect(line(patientEvent(1, carla))).toBe('09:00  Tess Moreau added the patient Carla Nwosu');
  for (const type of Object.keys(words.changes) as ClinicEventType[]) {
    const sentence = line({ ...visitEvent(1, eleven), type } as ClinicEvent);
    expect(sentence, type).toMatch(/^09:00 {2}.*(Carla Nwosu|a patient)/);
    expect(sentence, type).not.toMatch(/undefined|null|\[object/);
  }
});

it('says each state of the connection once', () => {
  const { lines, session } = setUp();
  const state = (more: Partial<Connection>): Connection => ({
    phase: 'reconnecting',
    asOf: null,
    nextTryAt: null,
    error: null,
    waiting: 0,
    ...more,
  });
  const unreachable = { kind: 'unreachable', message: 'Not there.' } as const;
  session.emit('connection', state({}));
  session.emit('connection', state({ phase: 'connected' }));
  session.emit('connection', state({ phase: 'connected', waiting: 1 }));
  for (const nextTryAt of [morning, null])
    session.emit(
      'connection',
      state({ asOf: '2026-01-20T16:42:00.000Z' as Instant, error: unreachable, nextTryAt }),
    );
  session.emit(
    'connection',
    state({ phase: 'error', error: { kind: 'sessionEnded', message: 'Sign in again.' } }),
  );
  session.emit('connection', state({ phase: 'connected' }));
  expect(lines).toEqual([
    words.connected,
    'Connection lost. Reconnecting… The day is as of 10:42.',
    'Sign in again.',
    words.connected,
  ]);
});

it('prints the day when it comes, and again when it was fetched anew', () => {
  const { lines, session } = setUp();
  session.emit('replaced');
  expect(lines).not.toContain(words.fetchedAnew);
  session.emit('replaced');
  expect(lines.filter((line) => line === words.fetchedAnew)).toHaveLength(1);
  expect(lines.filter((line) => line === '3 visits.')).toHaveLength(2);
});
