import type { Logger } from 'pino';
import { CommandRunner } from '#server/commands/runner.ts';
import { Fanout } from '#server/fanout/fanout.ts';
import { createHttp } from '#server/http/app.ts';
import { defaultHttpOptions } from '#server/http/options.ts';
import { loadJwtSecret } from '#server/identity/jwt-secret.ts';
import { IdentityService } from '#server/identity/service.ts';
import { Queries } from '#server/queries/queries.ts';
import { Gateway } from '#server/socket/gateway.ts';
import { createIo } from '#server/socket/io.ts';
import { defaultLimits } from '#server/socket/options.ts';
import { roomOutlet } from '#server/socket/rooms.ts';
import { type DataFolder, openDataFolder } from '#server/store/data-folder.ts';
import { openStore, type Store } from '#server/store/database.ts';
import { Transactions } from '#server/store/transaction.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Clock, Every } from '#shared/time.ts';
import type { Config } from './config.ts';
import { everyInterval } from './interval.ts';
import { Listener } from './listener.ts';
import { Retention } from './retention.ts';

export interface ClinicServerDeps {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly every?: Every;
}

/** A whole clinic server, running. */
export interface ClinicServer {
  /** Where it is reached: `http://localhost:4000`. */
  readonly url: string;
  readonly store: Store;
  readonly identity: IdentityService;
  readonly commands: CommandRunner;
  readonly fanout: Fanout;
  readonly gateway: Gateway;
  /** Finishes what runs, tells the workstations, closes everything. Under five seconds whatever hangs. */
  stop(): Promise<void>;
}

const finishMs = 2_500;
const leaveMs = 1_000;

const loopback = /^(127\.|::1$|localhost$)/;
const inClear =
  'names of patients cross the network in clear unless a proxy in front encrypts: give TLS_CERT and TLS_KEY';

/** @throws Error with a sentence for the administrator when it cannot start */
export async function startClinicServer(config: Config, deps: ClinicServerDeps): Promise<ClinicServer> {
  const folder = openDataFolder(config.dataFolder);
  try {
    const store = await openStore(folder.databaseFile);
    try {
      return await serve(config, deps, folder, store);
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function serve(
  config: Config,
  { log, clock = Date.now, every = everyInterval }: ClinicServerDeps,
  folder: DataFolder,
  store: Store,
): Promise<ClinicServer> {
  const jwtSecret = await loadJwtSecret(folder.path, { JWT_SECRET: config.jwtSecret });
  const identity = new IdentityService({ store, clock, jwtSecret });
  const report = (error: unknown) => log.error({ err: error }, 'background work failed');
  const commands = new CommandRunner(
    new Transactions(store, clock, (tenantId: TenantId) => fanout.wake(tenantId)),
  );
  const queries = new Queries(store, clock);
  const listener = new Listener(
    config,
    createHttp({ identity, commands, queries, log, clock, options: httpOptions(config) }),
  );
  const limits = defaultLimits;
  const origins = config.corsOrigins.length > 0 ? [...config.corsOrigins] : false;
  const io = createIo(listener.server, limits, origins);
  const outlet = roomOutlet(io, () => gateway.batchEmitted());
  const fanout = new Fanout({ store, outlet, every, report });
  const gateway = new Gateway({ io, gatekeeper: identity, fanout, clock, every, limits, log });
  const url = await open(listener, () => {
    gateway.close();
    fanout.close();
  });
  if (!config.tls && !loopback.test(config.host)) log.warn({ host: config.host }, inClear);
  const keep = { days: config.keepLogDays, events: config.keepLogEvents };
  const retention = new Retention({ store, sessions: identity.sessions, clock, every, keep, report });
  const stop = async () => {
    await listener.finishRequests(finishMs);
    await fanout.flush();
    gateway.sayGoodbye({
      kind: 'shutdown',
      reason: 'The clinic server stops. The workstation reconnects when it is back.',
    });
    await listener.empty(leaveMs);
    gateway.close();
    fanout.close();
    await retention.stop();
    await store.close();
    folder.release();
  };
  return { url, store, identity, commands, fanout, gateway, stop };
}

async function open(listener: Listener, orElse: () => void): Promise<string> {
  try {
    return await listener.open();
  } catch (error) {
    orElse();
    throw error;
  }
}

function httpOptions({ corsOrigins, ratePerUser, ratePerAddress, trustedProxies }: Config) {
  const { perUser, perAddress } = defaultHttpOptions;
  return {
    corsOrigins,
    trustProxy: trustedProxies,
    perUser: widened(perUser, ratePerUser),
    perAddress: widened(perAddress, ratePerAddress),
  };
}

/** The burst keeps its proportion to the steady rate. */
function widened(limit: { perSecond: number; burst: number }, perSecond: number) {
  return { perSecond, burst: Math.ceil((limit.burst / limit.perSecond) * perSecond) };
}
