// Ten workstation cores book, move and see patients at random, while the server is killed and links are cut at random.
// In the end every cache must equal a fresh snapshot, and every command must have had its one effect.
// `npm run test:faults -- --seed N --kills 20 --workstations 10`

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ServerHttp } from '#desktop/main/sync/http.ts';
import { signIn } from '#desktop/main/sync/sign-in.ts';
import { reads, type Snapshot } from '#shared/http.ts';
import type { WorkstationId } from '#shared/ids.ts';
import { ClinicServer } from '../e2e/kit/server.ts';
import { until } from '../e2e/kit/wait.ts';
import { startLink } from '../e2e/link.ts';
import { Desk } from './faults/desk.ts';
import { Ledger } from './faults/ledger.ts';
import { cutLinks, killServer, work } from './faults/storm.ts';
import { type Finding, judgeBookings, judgeDesks, judgeLog } from './faults/verdict.ts';
import { seeded } from './traffic/random.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const password = 'roomlight-demo';
const usernames = ['front', 'assistant', 'front', 'provider', 'front'];
/** Longer than the longest pause between two tries to reconnect (W4), and some for the work itself. */
const levelMs = 60_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    kills: { type: 'string', default: '20' },
    workstations: { type: 'string', default: '10' },
  },
});

async function readSnapshot(address: string): Promise<Snapshot> {
  const workstation = 'faults-judge' as WorkstationId;
  const { base, accessToken } = await signIn({ address, username: 'admin', password, workstation });
  const http = new ServerHttp(base);
  const { path, answer } = reads.snapshot;
  const snapshot = await http.send({
    method: 'GET',
    path,
    answer,
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  http.close();
  return snapshot;
}

async function openDesks(
  server: ClinicServer,
  folder: string,
  seed: number,
  ledger: Ledger,
): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let n = 0; n < Number(values.workstations); n++) {
    const name = `desk-${n}`;
    const credentials = {
      username: usernames[n % usernames.length] ?? 'front',
      password,
      workstation: name as WorkstationId,
    };
    const link = await startLink(server.port);
    desks.push(await Desk.open({ name, credentials, link, folder, random: seeded(seed + 100 + n), ledger }));
  }
  return desks;
}

async function ride(server: ClinicServer, desks: readonly Desk[], seed: number): Promise<void> {
  const over = new AbortController();
  const cutting = cutLinks(desks, seeded(seed + 1), over.signal);
  const working = desks.map((desk, n) =>
    work(desk, usernames[n % usernames.length] ?? 'front', seeded(seed + 200 + n), over.signal),
  );
  try {
    await killServer(server, Number(values.kills), seeded(seed), say);
  } finally {
    over.abort();
  }
  const restarts = (await Promise.all(working)).reduce((sum, count) => sum + count, 0);
  say(
    `${values.kills} kills of the server, ${await cutting} cut links, ${restarts} restarts of a workstation`,
  );
}

async function level(server: ClinicServer, desks: readonly Desk[]): Promise<Snapshot> {
  const began = Date.now();
  let snapshot = await readSnapshot(server.url);
  await until(
    'every workstation to be level with the server',
    async () => {
      if (desks.every((desk) => desk.isLevel(snapshot.seq))) return true;
      if (!desks.some((desk) => desk.isLevel(snapshot.seq))) snapshot = await readSnapshot(server.url);
      return false;
    },
    levelMs,
  ).catch((error: unknown) => {
    for (const desk of desks) say(desk.state());
    throw error;
  });
  say(`all level at ${snapshot.seq} after ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  return readSnapshot(server.url);
}

function report(findings: readonly Finding[]): boolean {
  for (const { rule, breaches } of findings) {
    say(`${breaches.length === 0 ? 'kept  ' : 'BROKEN'} ${rule}`);
    for (const breach of breaches.slice(0, 10)) say(`       ${breach}`);
  }
  return findings.every(({ breaches }) => breaches.length === 0);
}

async function main(): Promise<boolean> {
  const seed = Number(values.seed);
  say(`seed ${seed}`);
  const folder = await mkdtemp(join(tmpdir(), 'roomlight-faults-'));
  const server = await ClinicServer.start({ LOG_LEVEL: 'warn' });
  const ledger = new Ledger();
  let desks: Desk[] = [];
  try {
    const before = (await readSnapshot(server.url)).seq;
    desks = await openDesks(server, folder, seed, ledger);
    await ride(server, desks, seed);
    const snapshot = await level(server, desks);
    const findings = [...judgeDesks(desks, snapshot), judgeBookings(snapshot)];
    await Promise.all(desks.map((desk) => desk.close()));
    await server.stop();
    findings.push(...judgeLog(server.databaseFile, before, ledger));
    const heard = desks.reduce((sum, { journal }) => sum + journal.heard, 0);
    const refusals = [...ledger.refusals].map(([why, times]) => `${times} ${why}`).join(', ');
    say(`${ledger.keys('done').size} commands done; refused: ${refusals}; ${heard} events heard`);
    return report(findings);
  } finally {
    await Promise.all(desks.map((desk) => desk.link.stop()));
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await main()) ? 0 : 1;
