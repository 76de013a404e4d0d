import { join } from 'node:path';
import type { Dialect } from '../clients/lean-socket.ts';
import type { LoadCalls } from '../clients/load.ts';
import { publish } from '../clients/publish.ts';
import { Child } from '../processes/child.ts';
import type { Spread } from '../report/spread.ts';
import type { Contender } from '../servers/contender.ts';

export interface FanOutPlan {
  readonly sockets: number;
  /** Times each server's sockets connect, all at once. */
  readonly connects: number;
  readonly rounds: number;
  readonly eventsPerRound: number;
  readonly perSecond: number;
}

/** One burst of events to all sockets of one server. Times in milliseconds. */
export interface Round {
  readonly latency: Spread;
  readonly cpuMsPerEvent: number;
}

/** What one server did. Memory in bytes, for one more connection. */
export interface FanOut {
  readonly connects: readonly Spread[];
  readonly residentPerConnection: number;
  readonly usedPerConnection: number;
  readonly rounds: readonly Round[];
}

export type FanOuts = Readonly<Record<Dialect, FanOut>>;

/**
 * All servers stand with their sockets connected the whole time, and take turns round by round: what else the machine
 * is doing then falls on all of them alike.
 */
export async function measureFanOut(
  start: Readonly<Record<Dialect, () => Promise<Contender>>>,
  plan: FanOutPlan,
  folder: string,
): Promise<FanOuts> {
  const runs: FanOutRun[] = [];
  try {
    for (const dialect of ['ws', 'socket.io', 'roomlight'] as const)
      runs.push(new FanOutRun(await start[dialect](), plan, folder));
    for (const run of runs) await run.serveAWhile();
    for (const run of runs) await run.connectFirst();
    for (let again = 1; again < plan.connects; again += 1) for (const run of runs) await run.connectAgain();
    for (const run of runs) await run.warmUp();
    for (let round = 0; round < plan.rounds; round += 1) for (const run of runs) await run.round();
    const result = (dialect: Dialect) => {
      const run = runs.find((each) => each.dialect === dialect);
      if (!run) throw new Error(`${dialect} was not measured.`);
      return run.result();
    };
    return { ws: result('ws'), 'socket.io': result('socket.io'), roomlight: result('roomlight') };
  } finally {
    await Promise.all(runs.map((run) => run.end()));
  }
}

const arrivalMs = 10_000;
/** So many commands until V8 has compiled what they run through: a clinic's server has had them before breakfast is over. */
const commandsBefore = { events: 600, perSecond: 150 };

class FanOutRun {
  readonly #contender: Contender;
  readonly #plan: FanOutPlan;
  readonly #load: Child<LoadCalls>;
  readonly #connects: Spread[] = [];
  readonly #rounds: Round[] = [];
  #residentPerConnection = 0;
  #usedPerConnection = 0;

  constructor(contender: Contender, plan: FanOutPlan, folder: string) {
    this.#contender = contender;
    this.#plan = plan;
    this.#load = new Child<LoadCalls>({
      name: `The sockets of ${contender.dialect}`,
      module: new URL('../clients/load.ts', import.meta.url),
      log: join(folder, `${contender.dialect}-sockets.log`),
    });
  }

  get dialect(): Dialect {
    return this.#contender.dialect;
  }

  async serveAWhile(): Promise<void> {
    await publish(this.#contender, commandsBefore);
  }

  /**
   * Connects, and finds out what a connection costs in memory. A few come and go first, so that code is loaded; but
   * only few, because what many leave behind would be used again and not be counted.
   */
  async connectFirst(): Promise<void> {
    const { server, auths } = this.#contender;
    await this.#connect(auths.slice(0, auths.length / 10));
    await this.#load.call('disconnect');
    const before = await server.call('usage');
    this.#connects.push(await this.#connect(auths));
    const after = await server.call('usage');
    this.#residentPerConnection = (after.residentBytes - before.residentBytes) / auths.length;
    this.#usedPerConnection = (after.usedBytes - before.usedBytes) / auths.length;
  }

  async connectAgain(): Promise<void> {
    await this.#load.call('disconnect');
    this.#connects.push(await this.#connect(this.#contender.auths));
  }

  async warmUp(): Promise<void> {
    await this.#burst();
  }

  async round(): Promise<void> {
    this.#rounds.push(await this.#burst());
  }

  result(): FanOut {
    return {
      connects: this.#connects,
      residentPerConnection: this.#residentPerConnection,
      usedPerConnection: this.#usedPerConnection,
      rounds: this.#rounds,
    };
  }

  async end(): Promise<void> {
    await Promise.all([this.#load.kill(), this.#contender.server.kill()]);
  }

  async #connect(auths: Contender['auths']): Promise<Spread> {
    const { base, dialect } = this.#contender;
    const resume = await this.#contender.resume();
    return this.#load.call('connect', { base, dialect, auths, resume });
  }

  async #burst(): Promise<Round> {
    const { server, dialect } = this.#contender;
    const { eventsPerRound: events, perSecond } = this.#plan;
    await this.#load.call('expect', { events });
    const before = await server.call('cpu');
    await publish(this.#contender, { events, perSecond });
    const { wrong, ...latency } = await this.#load.call('received', { withinMs: arrivalMs });
    const after = await server.call('cpu');
    if (wrong > 0) throw new Error(`${wrong} sockets of ${dialect} did not get every event exactly once.`);
    return { latency, cpuMsPerEvent: (after - before) / events };
  }
}
