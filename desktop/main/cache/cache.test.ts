import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClinicEvent } from '#shared/events.ts';
import type { Appointment } from '#shared/schedule.ts';
import { addDays, type Instant, toInstant, toMilliseconds } from '#shared/time.ts';
import { cacheInMemory, filledCache } from './cache-fixture.ts';
import {
  appointment,
  morning,
  patient,
  patientEvent,
  providers,
  snapshot,
  today,
  visitEvent,
} from './clinic-fixture.ts';
import { contentsOf } from './contents.ts';

const day = 24 * 60;

describe('events', () => {
  it('W1 applies a batch and moves the cursor together, or does neither', () => {
    const cache = filledCache();
    const before = cache.contents();
    const orphan = appointment(2, 30, { patientId: patient(9).id });
    expect(() => cache.applyEvents([visitEvent(1, appointment(1, 0)), visitEvent(2, orphan)])).toThrow(
      /does not fit/,
    );
    expect(cache.contents()).toEqual(before);
    cache.applyEvents([visitEvent(1, appointment(1, 0))]);
    expect(cache.position().cursor).toBe(1);
    expect(cache.contents().appointments).toEqual([appointment(1, 0)]);
  });

  it('L3 the same batch twice changes nothing', () => {
    const cache = filledCache();
    const batch = [
      patientEvent(1, patient(2)),
      visitEvent(2, appointment(1, 0, { patientId: patient(2).id })),
    ];
    expect(cache.applyEvents(batch)).toEqual(batch);
    const once = cache.contents();
    expect(cache.applyEvents(batch)).toEqual([]);
    expect(cache.contents()).toEqual(once);
  });

  it('L3 what lies at or below the cursor does not undo what came later', () => {
    const cache = filledCache();
    const first = visitEvent(3, appointment(1, 0));
    const second = visitEvent(5, appointment(1, 60, { version: 2 }), 'appointment.moved');
    cache.applyEvents([first, second]);
    expect(cache.applyEvents([first])).toEqual([]);
    expect(cache.contents().appointments[0]?.version).toBe(2);
  });

  it('F2 gaps are lawful, a batch out of order is not', () => {
    const cache = filledCache();
    cache.applyEvents([visitEvent(4, appointment(1, 0))]);
    expect(cache.position().cursor).toBe(4);
    const turned = [visitEvent(9, appointment(2, 30)), visitEvent(8, appointment(3, 60))];
    expect(() => cache.applyEvents(turned)).toThrow(/out of order/);
    expect(cache.position().cursor).toBe(4);
  });

  it('are refused before the first snapshot', () => {
    expect(() => cacheInMemory().applyEvents([visitEvent(1, appointment(1, 0))])).toThrow(/first snapshot/);
  });

  it('F6 any state and the events after it equal a fresh snapshot', () => {
    const visit = fc.record({
      n: fc.integer({ min: 1, max: 6 }),
      minutes: fc.integer({ min: -40 * day, max: 40 * day }),
      patient: fc.integer({ min: 1, max: 3 }),
    });
    const cut = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(visit, { minLength: 1, maxLength: 30 }), fc.array(cut), (visits, cuts) => {
        const cache = filledCache({ patients: [1, 2, 3].map((n) => patient(n)) });
        const latest = new Map<string, Appointment>();
        const events: ClinicEvent[] = visits.map(({ n, minutes, patient: who }, index) => {
          const made = appointment(n, minutes, { version: index + 1, patientId: patient(who).id });
          latest.set(made.id, made);
          return visitEvent(index + 1, made);
        });
        while (events.length > 0) cache.applyEvents(events.splice(0, cuts.shift() ?? 3));
        const opens = toInstant(Date.parse('2025-12-20T06:00:00Z'));
        const fresh = snapshot({
          seq: visits.length,
          patients: [1, 2, 3].map((n) => patient(n)),
          appointments: [...latest.values()].filter((one) => one.scheduledStart >= opens),
        });
        expect(cache.contents()).toEqual(contentsOf(fresh));
        cache.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is kept', () => {
  it('loses what began before the first kept day, as days go by', () => {
    const cache = filledCache({ appointments: [appointment(1, -30 * day), appointment(2, 0)] });
    expect(cache.contents().appointments).toHaveLength(2);
    const later = toInstant(toMilliseconds(morning) + 2 * day * 60_000);
    cache.applyEvents([
      visitEvent(1, appointment(3, 0, { scheduledStart: morning }), 'appointment.created', later),
    ]);
    expect(cache.contents().from).toBe(addDays(today, -29));
    expect(cache.contents().appointments.map((one) => one.id)).toEqual([
      appointment(2, 0).id,
      appointment(3, 0).id,
    ]);
    expect(cache.day(addDays(today, -30)).kept).toBe(false);
    expect(cache.day(addDays(today, -29)).kept).toBe(true);
  });

  it('F6 asks for a snapshot when a wrong clock of the server made it drop days, and that is set right', () => {
    const cache = filledCache({ appointments: [appointment(1, 0)] });
    const inTwoMonths = toInstant(toMilliseconds(morning) + 60 * day * 60_000);
    cache.applyEvents([visitEvent(1, appointment(2, 30), 'appointment.created', inTwoMonths)]);
    expect(cache.contents().appointments).toEqual([]);
    expect(() => cache.applyEvents([visitEvent(2, appointment(3, 60))])).toThrow(/clock went back/);
    expect(cache.position().cursor).toBe(1);
    const right = snapshot({ seq: 2, appointments: [1, 2, 3].map((n) => appointment(n, 30 * (n - 1))) });
    cache.applySnapshot(right);
    expect(cache.contents()).toEqual(contentsOf(right));
  });

  it('keeps its days when the clock of the PC is far ahead', () => {
    const cache = filledCache({ appointments: [appointment(1, -30 * day)] });
    const nextYear = '2027-01-20T15:00:00.000Z' as Instant;
    cache.confirm(nextYear);
    cache.applyEvents([visitEvent(1, appointment(2, 0))]);
    expect(cache.position().asOf).toBe(nextYear);
    expect(cache.contents()).toMatchObject({ from: addDays(today, -31), appointments: { length: 2 } });
  });

  it('W3 says how old it is, which what comes late does not set back', () => {
    const cache = cacheInMemory();
    expect(cache.position()).toEqual({ epoch: null, cursor: null, asOf: null });
    expect(cache.day(today)).toMatchObject({ kept: false, asOf: null, visits: [] });
    cache.applySnapshot(snapshot());
    const confirmed = '2026-01-20T16:00:00.000Z' as Instant;
    cache.confirm(confirmed);
    cache.applyEvents([visitEvent(1, appointment(1, 0))]);
    expect(cache.day(today).asOf).toBe(confirmed);
  });

  it('W3 says its right age again when the clock of the PC was ahead and is set right', () => {
    const cache = filledCache();
    cache.confirm('2027-01-20T16:00:00.000Z' as Instant);
    const right = '2026-01-20T16:00:00.000Z' as Instant;
    cache.confirm(right);
    expect(cache.position().asOf).toBe(right);
  });

  it('F5 a snapshot of another log replaces everything', () => {
    const cache = filledCache({
      seq: 40,
      patients: [patient(1), patient(2)],
      appointments: [appointment(1, 0)],
    });
    const other = snapshot({ epoch: 'epoch-2', seq: 3, patients: [patient(3)] });
    cache.applySnapshot(other);
    expect(cache.contents()).toEqual(contentsOf(other));
    expect(cache.search('number2', morning).patients).toEqual([]);
    expect(cache.search('number3', morning).patients).toEqual([patient(3)]);
  });
});

describe('a day', () => {
  it('holds every visit that touches it in the time of the clinic, by start', () => {
    const at = (start: string, end: string) => ({
      scheduledStart: start as Instant,
      scheduledEnd: end as Instant,
    });
    const cache = filledCache({
      appointments: [
        appointment(1, 0, at('2026-01-21T05:30:00.000Z', '2026-01-21T06:30:00.000Z')),
        appointment(2, 0, at('2026-01-20T05:30:00.000Z', '2026-01-20T06:00:00.000Z')),
        appointment(3, 0, at('2026-01-20T06:00:00.000Z', '2026-01-20T06:15:00.000Z')),
        appointment(4, 0, at('2026-01-21T06:00:00.000Z', '2026-01-21T06:15:00.000Z')),
      ],
    });
    const ids = (date: typeof today) => cache.day(date).visits.map((visit) => visit.appointment.id.at(-1));
    expect(ids(today)).toEqual(['3', '1']);
    expect(ids(addDays(today, 1))).toEqual(['1', '4']);
    expect(cache.day(today).visits[0]?.patient).toEqual(patient(1));
    expect(cache.day(today).providers.map((one) => one.id)).toEqual(providers);
  });
});
