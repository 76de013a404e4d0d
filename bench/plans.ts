import type { FanOutPlan } from './proofs/fan-out.ts';
import type { RecoveryPlan } from './proofs/recovery.ts';

export interface Plan {
  readonly fanOuts: readonly FanOutPlan[];
  readonly recovery: RecoveryPlan;
  /** Longer than this and something hangs. */
  readonly limitMs: number;
}

/** What is published about Roomlight. */
export const full: Plan = {
  fanOuts: [
    { sockets: 100, connects: 3, rounds: 5, eventsPerRound: 60, perSecond: 40 },
    { sockets: 1_000, connects: 3, rounds: 9, eventsPerRound: 40, perSecond: 20 },
  ],
  recovery: { workstations: 1_000, rounds: 3, compared: 1_000 },
  limitMs: 240_000,
};

/** Whether the bench itself works. Its figures mean little. */
export const quick: Plan = {
  fanOuts: [{ sockets: 50, connects: 1, rounds: 1, eventsPerRound: 20, perSecond: 20 }],
  recovery: { workstations: 20, rounds: 1, compared: 20 },
  limitMs: 60_000,
};
