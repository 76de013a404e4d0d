import { v4 as uuid } from 'uuid';
import type { Store } from '#server/store/database.ts';
import { Transactions } from '#server/store/transaction.ts';
import type { Actor } from '#shared/events.ts';
import type { PatientId, TenantId, UserId } from '#shared/ids.ts';
import type { Patient } from '#shared/people.ts';
import { type Clock, type LocalDate, toInstant } from '#shared/time.ts';
import { testTenant } from './test-clinic.ts';

export interface LogWriterOptions {
  store: Store;
  clock: Clock;
  /** As in the product: a hint after each commit. Leave it out to lose every hint. */
  wake?: (tenantId: TenantId) => void;
}

/** Commits events to a tenant's log by the only road there is. */
export class LogWriter {
  readonly #transactions: Transactions;
  readonly #clock: Clock;

  constructor({ store, clock, wake = () => undefined }: LogWriterOptions) {
    this.#transactions = new Transactions(store, clock, wake);
    this.#clock = clock;
  }

  /** Appends `count` events in one transaction and answers the last one's `seq`. */
  async append(count = 1, tenantId: TenantId = testTenant, actor: Actor = nobody()): Promise<number> {
    return this.#transactions.run({ tenantId, actor }, async (tx) => {
      let seq = 0;
      for (let i = 0; i < count; i += 1) {
        const patient = somePatient(this.#clock);
        seq = await tx.append({ type: 'patient.created', data: { patient } }, patient.id);
      }
      return seq;
    });
  }
}

export function nobody(): Actor {
  return { userId: uuid() as UserId, name: 'Fay Front', workstation: null };
}

function somePatient(clock: Clock): Patient {
  const now = toInstant(clock());
  return {
    id: uuid() as PatientId,
    version: 1,
    mrn: '000001',
    givenName: 'Test',
    familyName: 'Patient',
    birthDate: '1980-01-01' as LocalDate,
    phone: '',
    createdAt: now,
    updatedAt: now,
  };
}
