import { z } from 'zod';
import { NewPatient, Patient } from './people.ts';
import {
  Appointment,
  BookAppointment,
  CancelAppointment,
  ChangeAppointment,
  MoveAppointment,
  NoBody,
  RoomAppointment,
  type VisitStep,
} from './schedule.ts';

export const AppointmentAnswer = z.object({ appointment: Appointment, seq: z.int() });
export type AppointmentAnswer = z.infer<typeof AppointmentAnswer>;
export const PatientAnswer = z.object({ patient: Patient, seq: z.int() });
export type PatientAnswer = z.infer<typeof PatientAnswer>;

const create = <B extends z.ZodType, A extends z.ZodType>(path: string, body: B, answer: A) =>
  ({ method: 'POST', path, body, answer, target: false, status: 201 }) as const;
const change = <M extends 'POST' | 'PATCH', B extends z.ZodType>(method: M, path: string, body: B) =>
  ({ method, path, body, answer: AppointmentAnswer, target: true, status: 200 }) as const;
const step = <S extends VisitStep, B extends z.ZodType>(name: S, body: B) =>
  change('POST', `/api/appointments/:id/${name}`, body);

/**
 * Every command: where it goes over HTTP, what it carries, what comes back. `target: true` means the path names
 * an entity and the sender must say which version it saw (`If-Match`, L5).
 */
export const commands = {
  'appointment.book': create('/api/appointments', BookAppointment, AppointmentAnswer),
  'appointment.change': change('PATCH', '/api/appointments/:id', ChangeAppointment),
  'appointment.move': change('POST', '/api/appointments/:id/move', MoveAppointment),
  'appointment.confirm': step('confirm', NoBody),
  'appointment.checkIn': step('checkIn', NoBody),
  'appointment.room': step('room', RoomAppointment),
  'appointment.start': step('start', NoBody),
  'appointment.checkOut': step('checkOut', NoBody),
  'appointment.cancel': step('cancel', CancelAppointment),
  'appointment.markNoShow': step('markNoShow', NoBody),
  'appointment.reopen': step('reopen', NoBody),
  'appointment.stepBack': step('stepBack', NoBody),
  'patient.create': create('/api/patients', NewPatient, PatientAnswer),
} as const;

export type CommandType = keyof typeof commands;
export type CommandBody<T extends CommandType> = z.infer<(typeof commands)[T]['body']>;
export type CommandInput<T extends CommandType> = z.input<(typeof commands)[T]['body']>;
export type CommandAnswer<T extends CommandType> = z.infer<(typeof commands)[T]['answer']>;

export const CommandType = z.enum(Object.keys(commands) as [CommandType, ...CommandType[]]);

/** A command as a workstation keeps it until its outcome is known. */
export const Command = z
  .strictObject({
    type: CommandType,
    /** The entity changed and the version seen (L5); both null for a command that creates. */
    id: z.uuid().nullable(),
    ifMatch: z.int().positive().nullable(),
    body: z.unknown(),
  })
  .superRefine((command, ctx) => {
    const { target, body } = commands[command.type];
    if (target !== (command.id !== null && command.ifMatch !== null))
      ctx.addIssue({
        code: 'custom',
        path: ['id'],
        message: 'must name the entity and its version, or neither',
      });
    const parsed = body.safeParse(command.body);
    for (const issue of parsed.error?.issues ?? [])
      ctx.addIssue({ code: 'custom', path: ['body', ...issue.path], message: issue.message });
  });
export type Command = z.infer<typeof Command>;
