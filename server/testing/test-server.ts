import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { CommandRunner } from '#server/commands/runner.ts';
import { createHttp } from '#server/http/app.ts';
import type { HttpOptions } from '#server/http/options.ts';
import { IdentityService } from '#server/identity/service.ts';
import type { SignInLimits } from '#server/identity/throttle.ts';
import { Queries } from '#server/queries/queries.ts';
import type { NewClinic } from '#server/store/clinic-setup.ts';
import type { Store } from '#server/store/database.ts';
import { Transactions } from '#server/store/transaction.ts';
import type { TenantId, WorkstationId } from '#shared/ids.ts';
import { startTestClock, type TestClock } from './clock.ts';
import { openTemporaryStore } from './temporary-store.ts';
import { insertTestClinics, testPassword, testTenant } from './test-clinic.ts';

export interface TestServerOptions {
  readonly timeZone?: string;
  readonly http?: Partial<HttpOptions>;
  readonly signInLimits?: SignInLimits;
  readonly clock?: TestClock;
  /** Called after each commit that appended events. */
  readonly wake?: (tenantId: TenantId) => void;
}

export interface TestServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** For what shares the port, such as a socket server. */
  readonly http: Server;
  readonly store: Store;
  readonly transactions: Transactions;
  readonly commands: CommandRunner;
  readonly queries: Queries;
  readonly identity: IdentityService;
  readonly clock: TestClock;
  /** The clinic of the tests; its users are `front`, `provider`, `assistant`, `admin`. */
  readonly clinic: NewClinic;
  /** Lines logged so far. */
  readonly logged: Record<string, unknown>[];
  /** Answers an access token. */
  signIn(username: string, at?: { tenantId?: TenantId; workstation?: WorkstationId }): Promise<string>;
  close(): Promise<void>;
}

/** The real HTTP side on a real database and a port of its own; two clinics, nobody signed in, an empty log. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { store, remove } = await openTemporaryStore();
  const clinic = await insertTestClinics(store, options.timeZone);
  const testClock = options.clock ?? startTestClock();
  const clock = testClock.now;
  const { log, logged } = recordingLog();
  const { signInLimits } = options;
  const identity = new IdentityService({
    store,
    clock,
    jwtSecret: 'a secret of the tests, long enough to be one',
    ...(signInLimits && { signInLimits }),
  });
  const transactions = new Transactions(store, clock, options.wake ?? (() => {}));
  const commands = new CommandRunner(transactions);
  const queries = new Queries(store, clock);
  const app = createHttp({
    identity,
    commands,
    queries,
    log,
    clock,
    ...(options.http && { options: options.http }),
  });
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ http, store, transactions, commands, queries, identity, clock: testClock, clinic, logged },
    async signIn(username, { tenantId = testTenant, workstation } = {}) {
      const body = { tenantId, username, password: testPassword, ...(workstation && { workstation }) };
      return (await identity.signIn(body, 'tests')).accessToken;
    },
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
      await remove();
    },
  };
}

function recordingLog(): { log: Logger; logged: Record<string, unknown>[] } {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  return { log, logged };
}
