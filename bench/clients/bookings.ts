import type { PatientId, ProviderId } from '#shared/ids.ts';

const minutes = 10;
const perDay = 6 * 8;

/**
 * Bodies of bookings that never collide: each provider's day is filled in ten-minute visits, from `firstDay` on, eight
 * hours a day.
 */
export function bookingBodies(
  providers: readonly ProviderId[],
  patients: readonly PatientId[],
  firstDay: Date,
): () => Record<string, unknown> {
  let next = 0;
  const from = Date.UTC(firstDay.getUTCFullYear(), firstDay.getUTCMonth(), firstDay.getUTCDate(), 15);
  return () => {
    const place = Math.floor(next / providers.length);
    const day = Math.floor(place / perDay);
    const start = from + day * 86_400_000 + (place % perDay) * minutes * 60_000;
    const body = {
      patientId: patients[next % patients.length],
      providerId: providers[next % providers.length],
      scheduledStart: new Date(start).toISOString(),
      scheduledEnd: new Date(start + minutes * 60_000).toISOString(),
      reason: 'Skin check, full body, yearly',
    };
    next += 1;
    return body;
  };
}
