import type { Logger } from 'pino';
import { CommandRunner } from '#server/commands/runner.ts';
import { Fanout } from '#server/fanout/fanout.ts';
import { createHttp } from '#server/http/app.ts';
import { defaultHttpOptions } from '#server/http/options.ts';
import { IdentityService } from '#server/identity/service.ts';
import { Queries } from '#server/queries/queries.ts';
import { Gateway } from '#server/socket/gateway.ts';
import { createIo } from '#server/socket/io.ts';
import { defaultLimits } from '#server/socket/options.ts';
import { roomOutlet } from '#server/socket/rooms.ts';
import type { Store } from '#server/store/database.ts';
import { Transactions } from '#server/store/transaction.ts';
import type { TenantId } from '#shared/ids.ts';
import type { Clock, Every } from '#shared/time.ts';
import type { Config } from './config.ts';
import { Listener } from './listener.ts';

export interface Surroundings {
  readonly log: Logger;
  readonly clock: Clock;
  readonly every: Every;
}

/** The parts of a clinic server, joined and not yet listening. */
export interface Parts {
  readonly identity: IdentityService;
  readonly commands: CommandRunner;
  readonly fanout: Fanout;
  readonly gateway: Gateway;
  readonly listener: Listener;
}

export function assemble(
  config: Config,
  { log, clock, every }: Surroundings,
  store: Store,
  jwtSecret: string,
): Parts {
  const identity = new IdentityService({ store, clock, jwtSecret });
  const wake = (tenantId: TenantId) => fanout.wake(tenantId);
  const commands = new CommandRunner(new Transactions(store, clock, wake));
  const queries = new Queries(store, clock);
  const options = httpOptions(config);
  const listener = new Listener(config, createHttp({ identity, commands, queries, log, clock, options }));
  const limits = defaultLimits;
  const origins = config.corsOrigins.length > 0 ? [...config.corsOrigins] : false;
  const io = createIo(listener.server, limits, origins);
  const outlet = roomOutlet(io, () => gateway.batchEmitted());
  const report = (error: unknown) => log.error({ err: error }, 'fan-out failed');
  const fanout = new Fanout({ store, outlet, every, report });
  const gateway = new Gateway({ io, gatekeeper: identity, fanout, clock, every, limits, log });
  return { identity, commands, fanout, gateway, listener };
}

function httpOptions(config: Config) {
  const { corsOrigins, ratePerUser, rateSnapshotsPerUser, ratePerAddress, trustedProxies } = config;
  const { perUser, snapshotsPerUser, perAddress } = defaultHttpOptions;
  return {
    corsOrigins,
    trustProxy: trustedProxies,
    perUser: widened(perUser, ratePerUser),
    snapshotsPerUser: widened(snapshotsPerUser, rateSnapshotsPerUser),
    perAddress: widened(perAddress, ratePerAddress),
  };
}

/** The burst keeps its proportion to the steady rate. */
function widened(limit: { perSecond: number; burst: number }, perSecond: number) {
  return { perSecond, burst: Math.ceil((limit.burst / limit.perSecond) * perSecond) };
}
