import { expect, it } from 'vitest';
import { may, type Right } from '#shared/permissions.ts';
import { AppointmentStatus, statusAfter } from '#shared/schedule.ts';
import { offeredSteps, usualStep } from './visitSteps.ts';

const desk = (right: Right) => may('frontDesk', right);
const assistant = (right: Right) => may('assistant', right);

it('offers exactly what the table allows and the role may do', () => {
  expect(offeredSteps('booked', desk)).toEqual(['confirm', 'checkIn', 'markNoShow', 'cancel']);
  expect(offeredSteps('booked', assistant)).toEqual([]);
  expect(offeredSteps('checkedIn', assistant)).toEqual(['room', 'start', 'stepBack']);
  for (const status of AppointmentStatus.options)
    for (const step of offeredSteps(status, desk)) expect(statusAfter(status, step)).not.toBeNull();
});

it('puts the usual next step first, or none', () => {
  expect(usualStep('booked', offeredSteps('booked', desk))).toBe('checkIn');
  expect(usualStep('checkedIn', offeredSteps('checkedIn', assistant))).toBe('room');
  expect(usualStep('roomed', offeredSteps('roomed', assistant))).toBe('start');
  expect(usualStep('roomed', offeredSteps('roomed', desk))).toBe('checkOut');
  expect(usualStep('checkedIn', offeredSteps('checkedIn', desk))).toBeNull();
});
