import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { FanOutPlan, FanOuts } from '../proofs/fan-out.ts';
import type { Recovery, RecoveryPlan } from '../proofs/recovery.ts';
import { type Line, linesOf, type Ratios, ratiosOf } from './summary.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** Everything one run of the bench found out; what is written as JSON. */
export interface Results {
  readonly at: string;
  readonly quick: boolean;
  readonly machine: { cores: number; cpu: string; memoryGb: number; node: string; system: string };
  readonly lines: readonly Line[];
  readonly ratios: readonly Ratios[];
  readonly verdicts: readonly Verdict[];
  readonly fanOuts: readonly { plan: FanOutPlan; measured: FanOuts }[];
  readonly recovery: { plan: RecoveryPlan; rounds: readonly Recovery[] };
}

export function resultsOf(
  found: Pick<Results, 'quick' | 'fanOuts' | 'recovery'>,
  now: Date = new Date(),
): Results {
  const lines = found.fanOuts.flatMap(({ plan, measured }) => linesOf(plan, measured));
  const ratios = found.fanOuts.map(({ plan, measured }) => ratiosOf(plan, measured));
  const verdicts = verdictsOf(lines, ratios, found.recovery.rounds);
  return { at: now.toISOString(), ...found, machine: describeMachine(), lines, ratios, verdicts };
}

/** @returns the file it is in */
export function keep(results: Results, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${results.at.replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}

function describeMachine(): Results['machine'] {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
  };
}
