import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppointmentAnswer } from '#shared/commands.ts';
import { postBooking } from '../clients/publish.ts';
import type { WorkstationCalls } from '../clients/workstations.ts';
import { monotonicMs } from '../clock.ts';
import { Child } from '../processes/child.ts';
import { type Spread, spreadOf } from '../report/spread.ts';
import type { BenchClinic } from '../servers/clinic.ts';
import { freePort, portOpen, serverReady } from '../servers/listening.ts';
import { deskHeaders, laterBookings, type RoomlightServer, startServer } from '../servers/roomlight.ts';

export interface RecoveryPlan {
  readonly workstations: number;
  readonly rounds: number;
  /** How many caches are held against a fresh snapshot after each round. */
  readonly compared: number;
}

/** One kill. Times in milliseconds. */
export interface Recovery {
  /** From the kill to the port open again. */
  readonly down: number;
  /** From the port open again to each workstation live and with every committed event in its cache. */
  readonly back: Spread;
  /** Workstations that had missed something and were sent it. */
  readonly caughtUp: number;
  /** Caches that did not equal a fresh snapshot afterwards (F6). */
  readonly differing: number;
}

/** A workstation that has been live for so long begins its next retries from the shortest delay again (W4). */
const steadyMs = 6_000;
const commandsBeforeKill = 5;

export async function measureRecovery(
  clinic: BenchClinic,
  plan: RecoveryPlan,
  folder: string,
): Promise<readonly Recovery[]> {
  const run = new RecoveryRun(clinic, plan, folder, await freePort());
  try {
    await run.begin();
    const recoveries: Recovery[] = [];
    for (let round = 0; round < plan.rounds; round += 1) recoveries.push(await run.round());
    return recoveries;
  } finally {
    await run.end();
  }
}

class RecoveryRun {
  readonly #clinic: BenchClinic;
  readonly #plan: RecoveryPlan;
  readonly #folder: string;
  readonly #port: number;
  readonly #stations: Child<WorkstationCalls>;
  readonly #nextBody: () => Record<string, unknown>;
  #server: RoomlightServer;

  constructor(clinic: BenchClinic, plan: RecoveryPlan, folder: string, port: number) {
    this.#clinic = clinic;
    this.#plan = plan;
    this.#folder = folder;
    this.#port = port;
    this.#nextBody = laterBookings(clinic);
    this.#server = this.#startServer();
    this.#stations = new Child<WorkstationCalls>({
      name: 'The workstations',
      module: new URL('../clients/workstations.ts', import.meta.url),
      log: join(folder, 'workstations.log'),
    });
  }

  async begin(): Promise<void> {
    await serverReady(this.#port, this.#server);
    const { seats } = this.#clinic;
    await this.#stations.call('start', { base: this.#base, folder: join(this.#folder, 'caches'), seats });
  }

  async round(): Promise<Recovery> {
    await wait(steadyMs);
    for (let sent = 1; sent < commandsBeforeKill; sent += 1) await this.#book();
    // The answer to the last one is the proof that it was committed; who has heard of it by then is left to chance.
    await this.#book();
    const killedAt = monotonicMs();
    await this.#server.kill();
    this.#server = this.#startServer();
    await portOpen(this.#port, this.#server);
    const openAt = monotonicMs();
    // One more while they come back: some will have it by catching up, some live.
    const seq = await this.#book();
    const { wholeAtMs, caughtUp } = await this.#stations.call('returned', { seq });
    const back = spreadOf(Float64Array.from(wholeAtMs, (at) => at - openAt));
    const { compared: atMost } = this.#plan;
    const { seats } = this.#clinic;
    const differing = await this.#stations.call('differing', { base: this.#base, seats, atMost });
    return { down: openAt - killedAt, back, caughtUp, differing };
  }

  async end(): Promise<void> {
    await Promise.all([this.#stations.kill(), this.#server.kill()]);
  }

  get #base(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  #startServer(): RoomlightServer {
    return startServer(this.#clinic, this.#port, join(this.#folder, 'recovering.log'));
  }

  async #book(): Promise<number> {
    const headers = deskHeaders(this.#clinic);
    const answer = await postBooking({ base: this.#base, headers, nextBody: this.#nextBody });
    return AppointmentAnswer.parse(answer).seq;
  }
}
