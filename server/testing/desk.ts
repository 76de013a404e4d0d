import { expect } from 'vitest';
import type { Patient, Provider } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import { Api } from './api.ts';
import type { TestServer } from './test-server.ts';

/** The front desk of the test clinic at work, with one patient and two providers. */
export interface Desk {
  readonly api: Api;
  readonly patient: Patient;
  readonly providers: readonly [Provider, Provider];
  /** What a booking at `start` (`10:00`, UTC, of the tests' day) of half an hour carries. */
  wanted(start: string, more?: Record<string, unknown>): Record<string, unknown>;
  /** Books it, or fails the test. */
  book(start: string, more?: Record<string, unknown>): Promise<Appointment>;
}

export async function openDesk(server: TestServer): Promise<Desk> {
  const api = new Api(server.url, await server.signIn('front'));
  const created = await api.send('patient.create', {
    givenName: 'Zoë',
    familyName: 'Ångström-O’Neill',
    birthDate: '1984-03-14',
    phone: '(512) 555-0147',
  });
  expect(created.status).toBe(201);
  const [first, second] = server.clinic.providers;
  if (!first || !second) throw new Error('the test clinic has two providers');
  const { patient } = created.body;
  const wanted: Desk['wanted'] = (start, more = {}) => {
    const from = Date.parse(`2026-01-20T${start}:00.000Z`);
    return {
      patientId: patient.id,
      providerId: first.id,
      scheduledStart: new Date(from).toISOString(),
      scheduledEnd: new Date(from + 30 * 60_000).toISOString(),
      ...more,
    };
  };
  return {
    api,
    patient,
    providers: [first, second],
    wanted,
    async book(start, more) {
      const { status, body } = await api.send('appointment.book', wanted(start, more));
      expect(status).toBe(201);
      return body.appointment;
    },
  };
}
