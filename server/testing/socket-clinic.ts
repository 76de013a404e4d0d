import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { io as connect, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { type AudienceOf, audienceOf as audienceOfContract } from '#server/fanout/audience.ts';
import { Fanout } from '#server/fanout/fanout.ts';
import { IdentityService } from '#server/identity/service.ts';
import { Gateway } from '#server/socket/gateway.ts';
import { createIo, type Socket } from '#server/socket/io.ts';
import { defaultLimits, type SocketLimits } from '#server/socket/options.ts';
import { roomOutlet } from '#server/socket/rooms.ts';
import type { Store } from '#server/store/database.ts';
import type { SignedIn } from '#shared/http.ts';
import type { TenantId, WorkstationId } from '#shared/ids.ts';
import { protocol } from '#shared/version.ts';
import { startTestClock, type TestClock } from './clock.ts';
import { LogWriter } from './log-writer.ts';
import { manualEvery } from './manual-every.ts';
import { openTemporaryStore } from './temporary-store.ts';
import { insertTestClinics, testPassword, testTenant } from './test-clinic.ts';
import { Workstation } from './workstation.ts';

/** The socket side of a clinic server over loopback: real Socket.IO, real SQLite, real sign-in; time by hand. */
export interface SocketClinic {
  readonly url: string;
  readonly store: Store;
  readonly identity: IdentityService;
  readonly fanout: Fanout;
  readonly gateway: Gateway;
  readonly clock: TestClock;
  readonly writer: LogWriter;
  /** Errors nobody meant. */
  readonly errors: unknown[];
  /** The server's ends of all sockets. */
  sockets(): Socket[];
  /** How many connections there are, let in or not. */
  links(): number;
  /** Lets every timer of the server go off once. */
  tick(): void;
  signIn(username?: string, tenantId?: TenantId): Promise<SignedIn>;
  /** A workstation that has not connected yet. */
  workstation(auth: unknown, options?: Partial<ManagerOptions & SocketOptions>): Workstation;
  /** Signs in and connects. */
  connected(username?: string, tenantId?: TenantId): Promise<Workstation>;
  close(): Promise<void>;
}

export interface SocketClinicOptions {
  limits?: Partial<SocketLimits>;
  pageSize?: number;
  /** In place of the contract's. */
  audienceOf?: AudienceOf;
  /** Holds up every handshake until it resolves. */
  beforeAuthenticate?: () => Promise<unknown>;
}

export async function startSocketClinic(options: SocketClinicOptions = {}): Promise<SocketClinic> {
  const { store, remove } = await openTemporaryStore();
  await insertTestClinics(store);
  const clock = startTestClock();
  const timers = manualEvery();
  const errors: unknown[] = [];
  const report = (error: unknown) => errors.push(error);
  const log = pino({ level: 'error' }, { write: report });
  const limits = { ...defaultLimits, ...options.limits };
  const identity = new IdentityService({ store, clock: clock.now, jwtSecret: 'x'.repeat(32) });
  const http = createServer();
  const io = createIo(http, limits, false);
  const { every } = timers;
  const outlet = roomOutlet(io, () => gateway.batchEmitted());
  const { pageSize = 500, audienceOf = audienceOfContract } = options;
  const fanout = new Fanout({ store, outlet, every, report, pageSize, audienceOf });
  const gatekeeper = {
    sessions: identity.sessions,
    async authenticate(token: string) {
      await options.beforeAuthenticate?.();
      return identity.authenticate(token);
    },
  };
  const gateway = new Gateway({ io, gatekeeper, fanout, clock: clock.now, every, limits, log });
  const writer = new LogWriter({ store, clock: clock.now, wake: (id) => fanout.wake(id) });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const workstations: Workstation[] = [];
  const clinic: SocketClinic = {
    ...{ url, store, identity, fanout, gateway, clock, writer, errors },
    tick: timers.tick,
    links: () => io.engine.clientsCount,
    sockets: () => [...io.of('/').sockets.values()],
    signIn: (username = 'front', tenantId = testTenant) =>
      identity.signIn({ tenantId, username, password: testPassword, workstation: desk }, '127.0.0.1'),
    workstation(auth, socketOptions = {}) {
      const own = { auth: auth as object, transports: ['websocket'], reconnection: false, forceNew: true };
      const workstation = new Workstation(connect(url, { ...own, ...socketOptions }));
      workstations.push(workstation);
      return workstation;
    },
    async connected(username, tenantId) {
      const { accessToken } = await clinic.signIn(username, tenantId);
      const workstation = clinic.workstation({ token: accessToken, workstation: desk, protocol });
      await workstation.connected();
      return workstation;
    },
    async close() {
      for (const workstation of workstations) workstation.close();
      gateway.close();
      fanout.close();
      http.closeAllConnections();
      await io.close();
      await remove();
    },
  };
  return clinic;
}

export const desk = 'desk-1' as WorkstationId;
