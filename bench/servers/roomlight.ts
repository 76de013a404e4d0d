import { join } from 'node:path';
import { reads } from '#shared/http.ts';
import type { Resume } from '#shared/socket.ts';
import { protocol } from '#shared/version.ts';
import { bookingBodies } from '../clients/bookings.ts';
import { Child } from '../processes/child.ts';
import type { BenchClinic } from './clinic.ts';
import { type Contender, serverFlags } from './contender.ts';
import { freePort, serverReady } from './listening.ts';
import type { ProbeCalls } from './probe.ts';

export type RoomlightServer = Child<ProbeCalls>;

/** Starts the real server, as it is shipped, on a clinic's data folder. It is not ready yet when this returns. */
export function startServer(clinic: BenchClinic, port: number, log: string): RoomlightServer {
  return new Child<ProbeCalls>({
    name: 'Roomlight',
    module: new URL('../../server/main.ts', import.meta.url),
    log,
    execArgv: serverFlags,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      ROOMLIGHT_DATA: clinic.dataFolder,
      ROOMLIGHT_DEMO: 'off',
      JWT_SECRET: clinic.jwtSecret,
      // One desk sends all the bookings here, from one address, and a few users sit at all the workstations.
      ROOMLIGHT_RATE_PER_USER: '10000',
      ROOMLIGHT_RATE_SNAPSHOTS_PER_USER: '10000',
      ROOMLIGHT_RATE_PER_ADDRESS: '10000',
    },
  });
}

/** Contender (c): Roomlight with its log. Each of its sockets is a signed-in workstation with its own session. */
export async function startRoomlight(
  clinic: BenchClinic,
  sockets: number,
  folder: string,
): Promise<Contender> {
  const port = await freePort();
  const server = startServer(clinic, port, join(folder, 'roomlight.log'));
  await serverReady(port, server);
  const base = `http://127.0.0.1:${port}`;
  const headers = deskHeaders(clinic);
  return {
    dialect: 'roomlight',
    base,
    server,
    auths: clinic.seats
      .slice(0, sockets)
      .map(({ accessToken, workstation }) => ({ token: accessToken, workstation, protocol })),
    resume: () => resumeAt(base, headers),
    headers,
    nextBody: laterBookings(clinic),
  };
}

/** Whoever books in this bench. */
export function deskHeaders({ seats: [desk] }: BenchClinic): Record<string, string> {
  return { authorization: `Bearer ${desk?.accessToken}` };
}

/** Bookings that do not meet the ones the clinic began with. */
export function laterBookings({ providers, patients }: BenchClinic): () => Record<string, unknown> {
  return bookingBodies(providers, patients, new Date(Date.now() + 60 * 86_400_000));
}

async function resumeAt(base: string, headers: Record<string, string>): Promise<Resume> {
  const answer = await fetch(base + reads.snapshot.path, { headers });
  const { seq, epoch } = reads.snapshot.answer.parse(await answer.json());
  return { cursor: seq, epoch };
}
