import { z } from 'zod';

/** A clinic. A slug chosen at set-up, such as `tenant-demo`. */
export const TenantId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a clinic id: small letters, digits and dashes')
  .brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

export const UserId = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const ProviderId = z.uuid().brand<'ProviderId'>();
export type ProviderId = z.infer<typeof ProviderId>;

export const PatientId = z.uuid().brand<'PatientId'>();
export type PatientId = z.infer<typeof PatientId>;

export const AppointmentId = z.uuid().brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;

/** One signed-in workstation of one user: the refresh-token family. */
export const SessionId = z.uuid().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/** Names an installed workstation; made once by the workstation, kept with its settings, no secret. */
export const WorkstationId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
  .brand<'WorkstationId'>();
export type WorkstationId = z.infer<typeof WorkstationId>;

/** L4: chosen by the sender of a command, once per intent; repeated on every retry. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/, 'must be 8 to 128 printable characters without spaces')
  .brand<'IdempotencyKey'>();
export type IdempotencyKey = z.infer<typeof IdempotencyKey>;
