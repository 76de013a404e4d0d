import { z } from 'zod';
import { PatientId, ProviderId, TenantId, UserId } from './ids.ts';
import { Instant, LocalDate, TimeZone } from './time.ts';
import { typedLine } from './typed-text.ts';

export const Role = z.enum(['frontDesk', 'provider', 'assistant', 'admin']);
export type Role = z.infer<typeof Role>;

/** The clinic and what every screen needs of it. `dayStart`/`dayEnd`: wall-clock minutes the grid shows. */
export const Clinic = z.object({
  id: TenantId,
  name: z.string(),
  timeZone: TimeZone,
  dayStart: z.int().min(0).max(1440),
  dayEnd: z.int().min(0).max(1440),
  rooms: z.array(z.string()),
});
export type Clinic = z.infer<typeof Clinic>;

/** A person of the clinic who can sign in. */
export const Member = z.object({
  id: UserId,
  username: z.string(),
  displayName: z.string(),
  role: Role,
  providerId: ProviderId.nullable(),
});
export type Member = z.infer<typeof Member>;

/** A column of the day: someone patients are booked with. */
export const Provider = z.object({
  id: ProviderId,
  displayName: z.string(),
  specialty: z.string(),
  position: z.int(),
});
export type Provider = z.infer<typeof Provider>;

const name = z.string().trim().min(1, 'must not be empty').max(80, 'must be at most 80 characters');

/** A patient as the front desk knows them: who they are and how to reach them, nothing clinical. */
export const Patient = z.object({
  id: PatientId,
  version: z.int().positive(),
  mrn: z.string(),
  givenName: name,
  familyName: name,
  birthDate: LocalDate,
  phone: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Patient = z.infer<typeof Patient>;

const newName = typedLine(80).min(1, 'must not be empty');

/** What the sender of a new patient gives; the server adds the record number. */
export const NewPatient = z.strictObject({
  givenName: newName,
  familyName: newName,
  birthDate: LocalDate,
  phone: typedLine(40).default(''),
});
export type NewPatient = z.infer<typeof NewPatient>;
