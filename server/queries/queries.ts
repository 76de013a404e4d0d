import { readAppointment } from '#server/store/appointments.ts';
import type { Store } from '#server/store/database.ts';
import { readHistory } from '#server/store/log.ts';
import type { ClinicEvent } from '#shared/events.ts';
import type { ClinicFound } from '#shared/http.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Patient, Provider } from '#shared/people.ts';
import type { Appointment } from '#shared/schedule.ts';
import type { Clock, LocalDate } from '#shared/time.ts';
import { findClinic, readProviders } from './clinic.ts';
import { type DayWanted, readDay } from './day.ts';
import { type PatientsWanted, readPatient, searchPatients } from './patients.ts';
import { type Readiness, readReadiness } from './readiness.ts';
import { type PackedSnapshot, SnapshotCache } from './snapshot-cache.ts';

/** Everything that can be read, all of it from the connection that sees committed state only. */
export class Queries {
  readonly #store: Store;
  readonly #snapshots: SnapshotCache;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#snapshots = new SnapshotCache(store, clock);
  }

  clinicFound(tenantId: TenantId | undefined): Promise<ClinicFound | null> {
    return findClinic(this.#store.read, tenantId);
  }

  day(tenantId: TenantId, wanted: DayWanted): Promise<Appointment[]> {
    return readDay(this.#store.read, tenantId, wanted);
  }

  appointment(tenantId: TenantId, id: string): Promise<Appointment | null> {
    return readAppointment(this.#store.read, tenantId, id);
  }

  history(tenantId: TenantId, id: string): Promise<ClinicEvent[]> {
    return readHistory(this.#store.read, tenantId, id);
  }

  patients(tenantId: TenantId, wanted: PatientsWanted): Promise<Patient[]> {
    return searchPatients(this.#store.read, tenantId, wanted);
  }

  patient(tenantId: TenantId, id: string): Promise<Patient | null> {
    return readPatient(this.#store.read, tenantId, id);
  }

  providers(tenantId: TenantId): Promise<Provider[]> {
    return readProviders(this.#store.read, tenantId);
  }

  snapshot(tenantId: TenantId, from: LocalDate | null): Promise<PackedSnapshot | null> {
    return this.#snapshots.read(tenantId, from);
  }

  readiness(): Promise<Readiness> {
    return readReadiness(this.#store);
  }
}
