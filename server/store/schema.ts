import type { Generated } from 'kysely';
import type { Role } from '#shared/people.ts';
import type { AppointmentStatus } from '#shared/schedule.ts';

/** Text columns hold ids, instants and days exactly as shared/ writes them; text order is time order. */
export interface Schema {
  meta: { key: string; value: string };
  tenants: {
    id: string;
    name: string;
    time_zone: string;
    day_start: number;
    day_end: number;
    rooms: string;
    /** L2: `seq` of the newest event. Changed only inside a command's transaction. */
    head: number;
    /** Events up to and including this `seq` were dropped by retention; a cursor below it cannot resume (F5). */
    floor: number;
    next_mrn: number;
  };
  users: {
    id: string;
    tenant_id: string;
    username: string;
    display_name: string;
    role: Role;
    provider_id: string | null;
    password_hash: string;
    disabled: Generated<number>;
  };
  providers: { id: string; tenant_id: string; display_name: string; specialty: string; position: number };
  patients: {
    id: string;
    tenant_id: string;
    version: number;
    mrn: string;
    given_name: string;
    family_name: string;
    birth_date: string;
    phone: string;
    /** Names without accents and the digits of the phone, for searching: see search-text.ts. */
    search_text: string;
    created_at: string;
    updated_at: string;
  };
  appointments: {
    id: string;
    tenant_id: string;
    version: number;
    patient_id: string;
    provider_id: string;
    scheduled_start: string;
    scheduled_end: string;
    status: AppointmentStatus;
    status_since: string;
    reason: string;
    note: string;
    room: string | null;
    overbook_reason: string | null;
    cancel_reason: string | null;
    created_at: string;
    created_by: string;
    updated_at: string;
    updated_by: string;
  };
  events: {
    tenant_id: string;
    seq: number;
    type: string;
    at: string;
    /** The entity the event is about, for its history. */
    entity_id: string;
    actor: string;
    data: string;
  };
  outcomes: {
    tenant_id: string;
    user_id: string;
    key: string;
    /** Of command type, target, version and body: the same key with another request is refused. */
    fingerprint: string;
    status: number;
    answer: string;
    at: string;
  };
  sessions: {
    id: string;
    tenant_id: string;
    user_id: string;
    workstation: string | null;
    created_at: string;
    expires_at: string;
    ended_at: string | null;
    ended_why: string | null;
  };
  refresh_tokens: {
    /** SHA-256 of the token: the token itself is nowhere on the server. */
    hash: string;
    session_id: string;
    issued_at: string;
    spent_at: string | null;
    /** SHA-256 of the attempt that spent it, when that named itself. */
    spent_by: string | null;
  };
}
