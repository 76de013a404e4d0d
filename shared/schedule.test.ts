import { describe, expect, it } from 'vitest';
import { type CommandType, commands } from './commands.ts';
import { invalid } from './errors.ts';
import { rights } from './permissions.ts';
import {
  AppointmentStatus,
  BookAppointment,
  holdsSlot,
  movableStatuses,
  statusAfter,
  VisitStep,
} from './schedule.ts';

const ids = {
  patientId: '0192f0c1-7b3a-7c3e-8d4f-000000000001',
  providerId: '0192f0c1-7b3a-7c3e-8d4f-000000000002',
};

describe('visit steps', () => {
  it('lead a visit from booked to checked out', () => {
    const road: VisitStep[] = ['confirm', 'checkIn', 'room', 'start', 'checkOut'];
    const end = road.reduce<AppointmentStatus>((status, step) => {
      const next = statusAfter(status, step);
      expect(next, `${step} from ${status}`).not.toBeNull();
      return next ?? status;
    }, 'booked');
    expect(end).toBe('checkedOut');
  });

  it('leave no status without a way on or back', () => {
    for (const status of AppointmentStatus.options)
      expect(
        VisitStep.options.some((step) => statusAfter(status, step) !== null),
        status,
      ).toBe(true);
  });

  it('have a command and a right each', () => {
    for (const step of VisitStep.options) {
      const type = `appointment.${step}` as CommandType;
      expect(commands[type].path).toBe(`/api/appointments/:id/${step}`);
      expect(rights[type].length).toBeGreaterThan(0);
    }
  });

  it('never cancel, move or mark no-show a visit that has begun', () => {
    for (const status of ['roomed', 'withProvider', 'checkedOut'] as const) {
      expect(statusAfter(status, 'cancel')).toBeNull();
      expect(statusAfter(status, 'markNoShow')).toBeNull();
      expect(movableStatuses.has(status)).toBe(false);
    }
  });

  it('free the slot only by cancelling or not showing', () => {
    expect(AppointmentStatus.options.filter((status) => !holdsSlot(status))).toEqual(['cancelled', 'noShow']);
  });
});

describe('booking', () => {
  const at = (scheduledStart: string, scheduledEnd: string) =>
    BookAppointment.safeParse({ ...ids, scheduledStart, scheduledEnd });

  it('takes the shape of the API guide and fills in the rest', () => {
    expect(at('2026-01-20T10:00:00Z', '2026-01-20T10:30:00Z').data).toMatchObject({
      scheduledStart: '2026-01-20T10:00:00.000Z',
      reason: '',
      overbookReason: null,
    });
  });

  it('says in words what is wrong and where', () => {
    const { error } = at('2026-01-20T10:00:00Z', '2026-01-20T10:00:00Z');
    if (!error) throw new Error('a visit without length was taken');
    expect(invalid(error, 'The booking').body).toEqual({
      kind: 'invalid',
      message:
        'The booking could not be understood: scheduledEnd must be after scheduledStart. Correct it and send it again.',
      problems: [{ where: 'scheduledEnd', what: 'must be after scheduledStart' }],
    });
  });

  it('refuses fields it does not know', () => {
    const { error } = BookAppointment.safeParse({
      ...ids,
      scheduledStart: '2026-01-20T10:00:00Z',
      scheduledEnd: '2026-01-20T10:30:00Z',
      tenantId: 'other',
    });
    expect(error && invalid(error).body.message).toContain('does not know tenantId');
  });
});
