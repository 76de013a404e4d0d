import type { CommandType } from '#shared/commands.ts';
import { bookAppointment } from './book-appointment.ts';
import { changeAppointment } from './change-appointment.ts';
import type { Handler } from './command.ts';
import { createPatient } from './create-patient.ts';
import { moveAppointment } from './move-appointment.ts';
import { visitStep } from './visit-step.ts';

export type Handlers = { readonly [T in CommandType]: Handler<T> };

/** What carries out each command of shared/commands.ts. */
export const handlers: Handlers = {
  'appointment.book': bookAppointment,
  'appointment.change': changeAppointment,
  'appointment.move': moveAppointment,
  'appointment.confirm': visitStep('confirm'),
  'appointment.checkIn': visitStep('checkIn'),
  'appointment.room': visitStep('room'),
  'appointment.start': visitStep('start'),
  'appointment.checkOut': visitStep('checkOut'),
  'appointment.cancel': visitStep('cancel'),
  'appointment.markNoShow': visitStep('markNoShow'),
  'appointment.reopen': visitStep('reopen'),
  'appointment.stepBack': visitStep('stepBack'),
  'patient.create': createPatient,
};
