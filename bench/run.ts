// Roomlight beside bare `ws` and plain Socket.IO, and its return after a kill: `npm run bench [-- --quick] [-- --strict]`.
// What is measured and how is written in docs/BENCH.md.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { monotonicMs } from './clock.ts';
import { requireOpenFiles } from './open-files.ts';
import { full, type Plan, quick } from './plans.ts';
import { measureFanOut } from './proofs/fan-out.ts';
import { measureRecovery } from './proofs/recovery.ts';
import { keep, resultsOf } from './report/results.ts';
import { inWords } from './report/words.ts';
import { openRunFolder } from './run-folder.ts';
import { startBaseline } from './servers/baselines.ts';
import { type BenchClinic, copyClinic, prepareClinic } from './servers/clinic.ts';
import { startRoomlight } from './servers/roomlight.ts';

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
});
const resultsFolder = join(import.meta.dirname, 'results');
const began = monotonicMs();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function progress(what: string): void {
  say(`${((monotonicMs() - began) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}

async function measure(plan: Plan, folder: string) {
  progress('a clinic is set up');
  const clinic = await prepareClinic(join(folder, 'clinic'), most(plan));
  const fanOuts = [];
  for (const each of plan.fanOuts) {
    progress(`fan-out to ${each.sockets} sockets, three servers in turn, ${each.rounds} rounds`);
    fanOuts.push({ plan: each, measured: await fanOut(each, clinic, join(folder, String(each.sockets))) });
  }
  progress(
    `kill -9 and return of ${plan.recovery.workstations} workstations, ${plan.recovery.rounds} rounds`,
  );
  const recovering = { ...clinic, seats: clinic.seats.slice(0, plan.recovery.workstations) };
  const rounds = await measureRecovery(recovering, plan.recovery, folder);
  return { fanOuts, recovery: { plan: plan.recovery, rounds } };
}

async function fanOut(plan: Plan['fanOuts'][number], clinic: BenchClinic, folder: string) {
  mkdirSync(folder);
  const own = await copyClinic(clinic, join(folder, 'clinic'));
  const start = {
    ws: () => startBaseline('ws', plan.sockets, folder),
    'socket.io': () => startBaseline('socket.io', plan.sockets, folder),
    roomlight: () => startRoomlight(own, plan.sockets, folder),
  };
  return measureFanOut(start, plan, folder);
}

function most({ fanOuts, recovery }: Plan): number {
  return Math.max(recovery.workstations, ...fanOuts.map(({ sockets }) => sockets));
}

async function main(): Promise<void> {
  const plan = flags.quick ? quick : full;
  requireOpenFiles(most(plan));
  // Beside the results, so that the database is on a disk: a folder for temporary files may be in memory.
  const folder = openRunFolder(resultsFolder);
  const fail = (why: string) => {
    folder.keepLogs();
    process.stderr.write(`The bench failed. ${why}\nIts logs are in ${folder.path}\n`);
    process.exit(1);
  };
  const tooLong = setTimeout(() => fail(`It did not end within ${plan.limitMs / 1000} s.`), plan.limitMs);
  try {
    const results = resultsOf({ quick: flags.quick, ...(await measure(plan, folder.path)) });
    say(`\n${inWords(results)}\n`);
    progress(`written to ${keep(results, resultsFolder)}`);
    if (flags.strict && results.verdicts.some(({ met }) => !met)) process.exitCode = 1;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  clearTimeout(tooLong);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
