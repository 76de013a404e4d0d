import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyAppointment, minutesAfter } from '#server/testing/any-appointment.ts';
import { refusalIn } from '#server/testing/refusal.ts';
import { holdsSlot } from '#shared/schedule.ts';
import { conflictsOf, earliestStart, overlaps, takeSlot, takesTime } from './slots.ts';

const { appointment, span } = anyAppointment;

it('two spans overlap exactly when they share a minute', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      const minutes = ({ scheduledStart, scheduledEnd }: typeof a) => {
        const from = Date.parse(scheduledStart) / 60_000;
        return Array.from({ length: Date.parse(scheduledEnd) / 60_000 - from }, (_, n) => from + n);
      };
      expect(overlaps(a, b)).toBe(minutes(a).some((minute) => minutes(b).includes(minute)));
      expect(overlaps(b, a)).toBe(overlaps(a, b));
    }),
  );
});

it('back to back is no overlap', () => {
  const first = { scheduledStart: minutesAfter(0), scheduledEnd: minutesAfter(30) };
  const second = { scheduledStart: minutesAfter(30), scheduledEnd: minutesAfter(60) };
  expect(overlaps(first, second)).toBe(false);
});

it('a conflict is of the same provider, holds its slot, overlaps, and is not the appointment itself', () => {
  fc.assert(
    fc.property(appointment, fc.array(appointment), (wanted, others) => {
      const conflicts = conflictsOf(wanted, [...others, wanted]);
      expect(conflicts).not.toContain(wanted);
      for (const other of others)
        expect(conflicts.includes(other)).toBe(
          other.providerId === wanted.providerId && holdsSlot(other.status) && overlaps(other, wanted),
        );
      for (const conflict of conflicts) expect(conflict.scheduledStart >= earliestStart(wanted)).toBe(true);
    }),
  );
});

it('taken time is refused with what takes it, or taken with the reason given', () => {
  fc.assert(
    fc.property(appointment, fc.array(appointment, { minLength: 3 }), (wanted, others) => {
      const conflicts = conflictsOf(wanted, others);
      fc.pre(conflicts.length > 0);
      expect(takeSlot(wanted, others, 'squeezed in').overbookReason).toBe('squeezed in');
      expect(refusalIn(() => takeSlot(wanted, others, null))).toMatchObject({ kind: 'slotTaken', conflicts });
    }),
  );
});

it('free time is taken without noting an overbooking, whatever was said', () => {
  fc.assert(
    fc.property(appointment, fc.array(appointment, { maxLength: 3 }), (wanted, others) => {
      fc.pre(conflictsOf(wanted, others).length === 0);
      expect(takeSlot(wanted, others, 'squeezed in')).toEqual({ ...wanted, overbookReason: null });
    }),
  );
});

it('a change that takes no new time can make no new conflict', () => {
  fc.assert(
    fc.property(appointment, appointment, fc.array(appointment), (before, changed, others) => {
      const after = { ...changed, id: before.id };
      fc.pre(!takesTime(before, after) && holdsSlot(after.status));
      const known = conflictsOf(before, others);
      for (const conflict of conflictsOf(after, others)) expect(known).toContain(conflict);
    }),
  );
});
