import type { Recovery } from '../proofs/recovery.ts';
import type { Line, Ratios } from './summary.ts';

/** One aim and what came of it. `measured` and `aim` are in `unit`. */
export interface Verdict {
  readonly what: string;
  readonly measured: number;
  readonly aim: number;
  readonly unit: '×' | 'KB' | 's';
  readonly met: boolean;
}

/** Of the largest number of sockets measured, and the slowest return there was. */
export function verdictsOf(
  lines: readonly Line[],
  ratios: readonly Ratios[],
  recoveries: readonly Recovery[],
): Verdict[] {
  const ratio = ratios.at(-1);
  const line = lines.findLast(({ dialect }) => dialect === 'roomlight');
  if (!ratio || !line || recoveries.length === 0) throw new Error('There is nothing to judge.');
  const at = `at ${line.sockets.toLocaleString('en')} sockets`;
  const slowest = Math.max(...recoveries.map(({ back }) => back.max));
  return [
    judge(`CPU per event ${at}, Roomlight to plain Socket.IO`, ratio.cpuPerEvent, 1.2, '×'),
    judge(`p99 ${at}, Roomlight to plain Socket.IO`, ratio.p99, 1.2, '×'),
    judge('Memory per connection, resident', line.residentPerConnection / 1024, 30, 'KB'),
    judge('All workstations back and whole after kill -9, slowest round', slowest / 1000, 3, 's'),
  ];
}

function judge(what: string, measured: number, aim: number, unit: Verdict['unit']): Verdict {
  return { what, measured, aim, unit, met: measured <= aim };
}
