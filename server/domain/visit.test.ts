import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAppointment, minutesAfter } from '#server/testing/any-appointment.ts';
import { refusalIn } from '#server/testing/refusal.ts';
import type { UserId } from '#shared/ids.ts';
import {
  type Appointment,
  type AppointmentStatus,
  movableStatuses,
  statusAfter,
  VisitStep,
} from '#shared/schedule.ts';
import { change, move } from './appointment.ts';
import { type StepDetails, takeStep } from './visit.ts';

const { appointment, span } = anyAppointment;
const step = fc.constantFrom(...VisitStep.options);
const stamp = { by: '5d0f2f7e-1f0e-4c6e-8d5a-4c2b7f1e9a11' as UserId, at: minutesAfter(33) };

function inStatus(status: AppointmentStatus, more: Partial<Appointment> = {}): Appointment {
  const [any] = fc.sample(appointment, 1);
  if (!any) throw new Error('no sample');
  return { ...any, room: null, cancelReason: null, ...more, status };
}

function run(from: Appointment, ...steps: (VisitStep | [VisitStep, StepDetails])[]): Appointment {
  return steps.reduce((current, next) => {
    const [name, details] = typeof next === 'string' ? [next, {}] : next;
    return takeStep(current, name, details, stamp);
  }, from);
}

it('a step does what the table says', () => {
  fc.assert(
    fc.property(appointment, step, (current, name) => {
      const status = statusAfter(current.status, name);
      fc.pre(status !== null);
      const after = takeStep(current, name, { room: 'Room 1', cancelReason: 'ill' }, stamp);
      expect(after).toMatchObject({
        status,
        version: current.version + 1,
        updatedAt: stamp.at,
        updatedBy: stamp.by,
        statusSince: status === current.status ? current.statusSince : stamp.at,
      });
      expect(after.cancelReason !== null).toBe(status === 'cancelled');
    }),
  );
});

it('a step is refused where the table has none', () => {
  fc.assert(
    fc.property(appointment, step, (current, name) => {
      fc.pre(statusAfter(current.status, name) === null);
      expect(refusalIn(() => takeStep(current, name, {}, stamp))).toMatchObject({
        kind: 'stepNotAllowed',
        current,
      });
    }),
  );
});

it('a step changes neither who, when nor what for', () => {
  fc.assert(
    fc.property(appointment, step, (current, name) => {
      fc.pre(statusAfter(current.status, name) !== null);
      const { id, patientId, providerId, scheduledStart, scheduledEnd, reason, note, createdAt } = current;
      expect(takeStep(current, name, {}, stamp)).toMatchObject({
        ...{ id, patientId, providerId, scheduledStart, scheduledEnd, reason, note, createdAt },
      });
    }),
  );
});

describe('rooms', () => {
  it('are kept from rooming to the finished visit and given up by stepping back to the waiting room', () => {
    const roomed = run(inStatus('checkedIn'), ['room', { room: 'Room 3' }]);
    expect(roomed.room).toBe('Room 3');
    expect(run(roomed, 'start', 'checkOut').room).toBe('Room 3');
    expect(run(roomed, 'start', 'checkOut', 'stepBack', 'stepBack').room).toBe('Room 3');
    expect(run(roomed, 'stepBack').room).toBeNull();
  });

  it('may be changed while the status and its time stay', () => {
    const roomed = inStatus('roomed', { room: 'Room 1' });
    const moved = run(roomed, ['room', { room: 'Room 2' }]);
    expect(moved).toMatchObject({ status: 'roomed', room: 'Room 2', statusSince: roomed.statusSince });
  });
});

it('reopening forgets why it was cancelled', () => {
  const cancelled = run(inStatus('booked'), ['cancel', { cancelReason: 'ill' }]);
  expect(cancelled.cancelReason).toBe('ill');
  expect(run(cancelled, 'reopen')).toMatchObject({ status: 'booked', cancelReason: null });
});

it('moving keeps the status', () => {
  fc.assert(
    fc.property(appointment, span, (current, when) => {
      fc.pre(movableStatuses.has(current.status));
      expect(move(current, { providerId: current.providerId, overbookReason: null, ...when }, stamp)).toEqual(
        {
          ...current,
          ...when,
          version: current.version + 1,
          updatedAt: stamp.at,
          updatedBy: stamp.by,
        },
      );
    }),
  );
});

it('moving is refused once the visit is under way or over', () => {
  fc.assert(
    fc.property(appointment, span, (current, when) => {
      fc.pre(!movableStatuses.has(current.status));
      const to = { providerId: current.providerId, overbookReason: null, ...when };
      expect(refusalIn(() => move(current, to, stamp))).toMatchObject({ kind: 'stepNotAllowed', current });
    }),
  );
});

it('reason and note may be put right in every status', () => {
  fc.assert(
    fc.property(appointment, (current) => {
      const after = change(current, { reason: 'Acne', note: 'Prefers mornings' }, stamp);
      expect(after).toEqual({
        ...current,
        reason: 'Acne',
        note: 'Prefers mornings',
        version: current.version + 1,
        updatedAt: stamp.at,
        updatedBy: stamp.by,
      });
    }),
  );
});
