import type { Logger } from 'pino';
import type { CommandRunner } from '#server/commands/runner.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { demoTimeZone } from '#server/demo/time-zone.ts';
import type { Fanout } from '#server/fanout/fanout.ts';
import { loadJwtSecret } from '#server/identity/jwt-secret.ts';
import type { IdentityService } from '#server/identity/service.ts';
import type { Gateway } from '#server/socket/gateway.ts';
import { type DataFolder, openDataFolder } from '#server/store/data-folder.ts';
import { openStore, type Store } from '#server/store/database.ts';
import type { Clock, Every } from '#shared/time.ts';
import { assemble, type Parts } from './assemble.ts';
import type { Config } from './config.ts';
import { everyInterval } from './interval.ts';
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
  if (config.demo) await seedWhenEmpty(store, clock, config, log);
  const parts = assemble(config, { log, clock, every }, store, jwtSecret);
  const url = await open(parts);
  if (!config.tls && !loopback.test(config.host)) log.warn({ host: config.host }, inClear);
  const { identity, commands, fanout, gateway } = parts;
  const report = (error: unknown) => log.error({ err: error }, 'clean-up failed');
  const keep = { days: config.keepLogDays, events: config.keepLogEvents };
  const retention = new Retention({ store, sessions: identity.sessions, clock, every, keep, report });
  const stop = async () => {
    await leave(parts);
    await retention.stop();
    await store.close();
    folder.release();
  };
  return { url, store, identity, commands, fanout, gateway, stop };
}

async function seedWhenEmpty(store: Store, clock: Clock, config: Config, log: Logger): Promise<void> {
  // Looked at first: making up a clinic takes a second, and only the very first start needs it.
  if (await store.read.selectFrom('tenants').select('id').executeTakeFirst()) return;
  const timeZone = demoTimeZone({ ROOMLIGHT_DEMO_TIME_ZONE: config.demoTimeZone });
  await seedDemo(store, { clock, timeZone });
  log.info({ timeZone }, 'demo clinic made');
}

async function open({ listener, gateway, fanout }: Parts): Promise<string> {
  try {
    return await listener.open();
  } catch (error) {
    gateway.close();
    fanout.close();
    throw error;
  }
}

/** In this order, so that nobody is sent away before the answer or the event that is still theirs. */
async function leave({ listener, fanout, gateway }: Parts): Promise<void> {
  await listener.finishRequests(finishMs);
  await fanout.flush();
  gateway.sayGoodbye({
    kind: 'shutdown',
    reason: 'The clinic server stops. The workstation reconnects when it is back.',
  });
  await listener.empty(leaveMs);
  gateway.close();
  fanout.close();
}
