// A simulated clinic day: people book, move, check in, room, see and check out patients, through the API as any
// workstation does. `node bench/traffic.ts --server http://localhost:4000 --per-minute 20 [--seed N] [--verbose]`

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { RoomlightError } from '#shared/errors.ts';
import { ClinicStaff } from './traffic/clinic-staff.ts';
import { nextDeed } from './traffic/deeds.ts';
import { type Random, seeded } from './traffic/random.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://localhost:4000' },
    'per-minute': { type: 'string', default: '20' },
    password: { type: 'string', default: 'roomlight-demo' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    verbose: { type: 'boolean', default: false },
  },
});

const perMinute = Number(values['per-minute']);
const seed = Number(values.seed);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

const done = { sent: 0, refused: 0 };

/** Does one thing; how long to wait before the next, in milliseconds. */
async function doOne(staff: ClinicStaff, random: Random): Promise<number> {
  const pause = (60_000 / perMinute) * (0.5 + random());
  const began = Date.now();
  const deed = nextDeed(await staff.readDay(Date.now, random), random);
  if (!deed) return pause;
  try {
    await staff.do(deed);
    done.sent += 1;
    if (values.verbose) say(`${deed.by} ${deed.command.type}`);
  } catch (error) {
    if (!(error instanceof RoomlightError) || isOutage(error)) throw error;
    done.refused += 1;
    if (values.verbose) say(`${deed.by} ${deed.command.type} refused: ${error.body.kind}`);
  }
  return Math.max(0, pause - (Date.now() - began));
}

const outages = new Set(['unreachable', 'unavailable', 'internal', 'tooMany', 'notRoomlight']);
const isOutage = (error: RoomlightError) => outages.has(error.body.kind);
const waitAfter = ({ body }: RoomlightError) =>
  body.kind === 'tooMany' ? body.retryAfterSeconds * 1_000 : 1_000;

async function work(staff: ClinicStaff, random: Random): Promise<void> {
  while (!ending.signal.aborted) {
    let pause: number;
    try {
      pause = await doOne(staff, random);
    } catch (error) {
      if (!(error instanceof RoomlightError) || !isOutage(error)) throw error;
      // The clinic is away for the moment, and its people wait for it.
      if (values.verbose) say(`waiting: ${error.body.message}`);
      pause = waitAfter(error);
    }
    await unlessEnding(pause);
  }
}

async function unlessEnding(pause: number): Promise<void> {
  try {
    await sleep(pause, undefined, { signal: ending.signal });
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  }
}

try {
  const staff = await ClinicStaff.signIn(values.server, values.password);
  say(`Traffic: ${perMinute} commands a minute, seed ${seed}.`);
  await work(staff, seeded(seed));
  await staff.stop();
  say(`Traffic: ${done.sent} commands done, ${done.refused} refused.`);
} catch (error) {
  say(`Traffic: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
