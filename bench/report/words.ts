import type { Recovery } from '../proofs/recovery.ts';
import type { Results } from './results.ts';
import type { Line, Ratios } from './summary.ts';
import { table } from './table.ts';
import type { Verdict } from './verdicts.ts';

const names = { ws: '(a) bare ws', 'socket.io': '(b) plain Socket.IO', roomlight: '(c) Roomlight' };

/** The results as a person reads them. */
export function inWords({ quick, machine, lines, ratios, recovery, verdicts }: Results): string {
  const { cores, cpu, memoryGb, node, system } = machine;
  const { workstations } = recovery.plan;
  return [
    `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}`,
    '',
    'Fan-out: from the booking sent to the event received, by every socket; connecting all at once',
    fanOutTable(lines, ratios),
    '',
    `Recovery: ${workstations.toLocaleString('en')} workstations after a kill -9, from the port open again`,
    recoveryTable(recovery.rounds),
    '',
    verdictTable(verdicts),
    ...(quick ? ['', 'A quick run shows that the bench works; its figures mean little.'] : []),
  ].join('\n');
}

function fanOutTable(lines: readonly Line[], ratios: readonly Ratios[]): string {
  const head = [
    '',
    'sockets',
    'p50 ms',
    'p99 ms',
    'CPU ms/event',
    'resident KB',
    'held KB',
    'connect p50',
    'p99 ms',
  ];
  const kb = (bytes: number) => (bytes / 1024).toFixed(1);
  const rows = lines.map((line) => [
    names[line.dialect],
    String(line.sockets),
    line.p50.toFixed(1),
    line.p99.toFixed(1),
    line.cpuPerEvent.toFixed(2),
    kb(line.residentPerConnection),
    kb(line.usedPerConnection),
    line.connectP50.toFixed(0),
    line.connectP99.toFixed(0),
  ]);
  const times = (ratio: number) => `${ratio.toFixed(2)}×`;
  const compared = ratios.map((ratio) => [
    '(c) to (b)',
    String(ratio.sockets),
    times(ratio.p50),
    times(ratio.p99),
    times(ratio.cpuPerEvent),
    ...Array.from({ length: 4 }, () => ''),
  ]);
  return table([head, ...rows, ...compared]);
}

function recoveryTable(rounds: readonly Recovery[]): string {
  const head = ['round', 'down s', 'p50 s', 'p99 s', 'all s', 'caught up', 'caches unlike the server'];
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  const rows = rounds.map(({ down, back, caughtUp, differing }, index) => [
    String(index + 1),
    ...[down, back.p50, back.p99, back.max].map(seconds),
    String(caughtUp),
    String(differing),
  ]);
  return table([head, ...rows]);
}

function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, measured, aim, unit, met }) => [
    what,
    `${measured.toFixed(2)} ${unit}`,
    `≤ ${aim} ${unit}`,
    met ? 'met' : 'missed',
  ]);
  return table([['aim', 'measured', 'aim', ''], ...rows]);
}
