import { z } from 'zod';
import { ClinicEvent } from './events.ts';
import { TenantId, WorkstationId } from './ids.ts';
import { Clinic, Member, Patient, Provider } from './people.ts';
import { Appointment } from './schedule.ts';
import { Instant, LocalDate } from './time.ts';

export const headers = {
  tenant: 'X-Tenant-ID',
  key: 'Idempotency-Key',
  version: 'If-Match',
  requestId: 'X-Request-ID',
  replayed: 'Idempotency-Replayed',
} as const;

export const LoginBody = z.strictObject({
  tenantId: TenantId,
  username: z.string().trim().min(1, 'must not be empty').max(80),
  password: z.string().min(1, 'must not be empty').max(256),
  workstation: WorkstationId.optional(),
});
export type LoginBody = z.infer<typeof LoginBody>;

/** `accessToken` is a JWT good for `expiresInSeconds`; `refreshToken` is opaque, good for one use. */
export const Tokens = z.object({
  accessToken: z.string(),
  expiresInSeconds: z.int(),
  refreshToken: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;

export const SignedIn = Tokens.extend({ member: Member, clinic: Clinic });
export type SignedIn = z.infer<typeof SignedIn>;
const RefreshBody = z.strictObject({ refreshToken: z.string().min(1).max(512) });
export const Me = z.object({ member: Member, clinic: Clinic });
export type Me = z.infer<typeof Me>;

/** Which clinic an address leads to, asked before sign-in. Without `tenantId` only a server of one clinic answers. */
export const ClinicFound = z.object({ tenantId: TenantId, name: z.string(), protocol: z.int() });
export type ClinicFound = z.infer<typeof ClinicFound>;

/** All a workstation caches, as it was at `seq` of the log named by `epoch` (F5). */
export const Snapshot = z.object({
  epoch: z.string(),
  seq: z.int().nonnegative(),
  at: Instant,
  /** Appointments of this clinic day and later are whole; earlier ones are not in it. */
  from: LocalDate,
  clinic: Clinic,
  members: z.array(Member),
  providers: z.array(Provider),
  patients: z.array(Patient),
  appointments: z.array(Appointment),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const DayQuery = z.strictObject({ day: LocalDate, providerId: z.uuid().optional() });
export const PatientQuery = z.strictObject({
  search: z.string().trim().max(80).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const SnapshotQuery = z.strictObject({ from: LocalDate.optional() });

/** Reads, by path. Commands have their own table in commands.ts. */
export const reads = {
  clinicFound: { path: '/api/clinic', answer: ClinicFound },
  me: { path: '/api/me', answer: Me },
  snapshot: { path: '/api/snapshot', answer: Snapshot },
  day: { path: '/api/appointments', answer: z.object({ appointments: z.array(Appointment) }) },
  appointment: { path: '/api/appointments/:id', answer: z.object({ appointment: Appointment }) },
  history: { path: '/api/appointments/:id/history', answer: z.object({ events: z.array(ClinicEvent) }) },
  patients: { path: '/api/patients', answer: z.object({ patients: z.array(Patient) }) },
  patient: { path: '/api/patients/:id', answer: z.object({ patient: Patient }) },
  providers: { path: '/api/providers', answer: z.object({ providers: z.array(Provider) }) },
} as const;

export const auth = {
  login: { path: '/api/auth/login', body: LoginBody, answer: SignedIn },
  refresh: { path: '/api/auth/refresh', body: RefreshBody, answer: SignedIn },
  logout: { path: '/api/auth/logout' },
} as const;
