import { v4 } from 'uuid';
import { expect, it } from 'vitest';
import { MoveAppointment } from '#shared/schedule.ts';
import { visitAt } from '../visit.fixture.ts';
import { type PendingCommand, pendingOf } from './pending.ts';

const id = v4();
const { scheduledStart, scheduledEnd } = visitAt('a', 540, 570).appointment;
const place = { providerId: v4(), scheduledStart, scheduledEnd };
const command = (part: Partial<PendingCommand>): PendingCommand => ({
  key: v4(),
  type: 'appointment.move',
  id,
  body: place,
  state: 'waiting',
  ...part,
});

it('draws a move at its goal and marks the visit that moves', () => {
  const { marks, ghosts } = pendingOf([command({})]);
  expect(marks.get(id)).toEqual({ type: 'appointment.move', state: 'waiting' });
  expect(ghosts).toMatchObject([{ moved: id, span: { providerId: place.providerId } }]);
});

it('draws a booking that has no visit yet', () => {
  const { marks, ghosts } = pendingOf([
    command({ type: 'appointment.book', id: null, body: { ...place, patientId: v4(), reason: 'Rash' } }),
  ]);
  expect(marks.size).toBe(0);
  expect(ghosts).toMatchObject([{ moved: null, reason: 'Rash' }]);
});

it('shows one goal for a visit moved twice: the last', () => {
  const other = MoveAppointment.parse({ ...place, providerId: v4() });
  const { ghosts } = pendingOf([command({}), command({ body: other })]);
  expect(ghosts.map((ghost) => ghost.span.providerId)).toEqual([other.providerId]);
});

it('marks a step without drawing a goal', () => {
  const { marks, ghosts } = pendingOf([command({ type: 'appointment.checkIn', body: {} })]);
  expect(marks.get(id)?.type).toBe('appointment.checkIn');
  expect(ghosts).toEqual([]);
});
