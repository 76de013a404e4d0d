import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { v4 as uuid } from 'uuid';
import type { PatientId, ProviderId } from '#shared/ids.ts';
import { bookingBodies } from '../clients/bookings.ts';
import { Child } from '../processes/child.ts';
import { baselineSecret, type Claims } from './baseline-http.ts';
import { type Contender, serverFlags } from './contender.ts';
import { freePort, serverReady } from './listening.ts';
import type { ProbeCalls } from './probe.ts';

const modules = {
  ws: new URL('./bare-ws.ts', import.meta.url),
  'socket.io': new URL('./plain-socket-io.ts', import.meta.url),
};

/** Starts one of the two servers Roomlight is measured against. */
export async function startBaseline(
  dialect: keyof typeof modules,
  sockets: number,
  folder: string,
): Promise<Contender> {
  const port = await freePort();
  const server = new Child<ProbeCalls>({
    name: dialect,
    module: modules[dialect],
    log: join(folder, `${dialect}.log`),
    execArgv: serverFlags,
    env: { PORT: String(port) },
  });
  await serverReady(port, server);
  const someone = () => ({ token: tokenFor(uuid()) });
  const ids = Array.from({ length: 4 }, () => uuid());
  return {
    dialect,
    base: `http://127.0.0.1:${port}`,
    server,
    auths: Array.from({ length: sockets }, someone),
    resume: () => Promise.resolve(null),
    headers: { authorization: `Bearer ${tokenFor(uuid())}` },
    nextBody: bookingBodies(ids as ProviderId[], ids as PatientId[], new Date()),
  };
}

function tokenFor(userId: string): string {
  const claims: Claims = { sub: userId, tid: 'tenant-demo' };
  return jwt.sign(claims, baselineSecret, { algorithm: 'HS256', expiresIn: '1h' });
}
