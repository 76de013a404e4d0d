import { expect, test } from 'vitest';
import type { PatientId, ProviderId } from '#shared/ids.ts';
import { BookAppointment } from '#shared/schedule.ts';
import { bookingBodies } from './bookings.ts';
import { eachMarker, markerOf } from './marker.ts';

const providers = [
  '6f9c0e52-3f0a-4c0c-8f6e-0d2f5c8b7a11',
  '0b1f7a34-52c1-4a4f-9c55-6f2a1d9e3b22',
] as ProviderId[];
const patients = ['d3a5b8c1-7e2f-4b6a-8d9c-1f0e2a3b4c33'] as PatientId[];

test('bookings are valid and no two of a provider overlap', () => {
  const next = bookingBodies(providers, patients, new Date('2026-01-20T22:00:00Z'));
  const booked = Array.from({ length: 500 }, () => BookAppointment.parse(next()));
  for (const provider of providers) {
    const own = booked.filter(({ providerId }) => providerId === provider);
    own.sort((a, b) => (a.scheduledStart < b.scheduledStart ? -1 : 1));
    expect(own).toHaveLength(250);
    for (const [index, booking] of own.entries())
      expect(booking.scheduledStart >= (own[index - 1]?.scheduledEnd ?? '')).toBe(true);
  }
});

test('the time of publication is found in a message, once for each event', () => {
  const event = (note: string) => ({ seq: 1, data: { appointment: { reason: 'a "note"', note } } });
  const message = `42${JSON.stringify(['events', [event(markerOf(12.5)), event(markerOf(3e9))]])}`;
  const found: number[] = [];
  eachMarker(Buffer.from(message), (publishedMs) => found.push(publishedMs));
  expect(found).toEqual([12.5, 3e9]);
});
