import { isDeepStrictEqual } from 'node:util';
import SqliteDatabase from 'better-sqlite3';
import { contentsOf } from '#desktop/main/cache/contents.ts';
import type { Snapshot } from '#shared/http.ts';
import { type Appointment, holdsSlot } from '#shared/schedule.ts';
import type { Desk } from './desk.ts';
import type { Ledger } from './ledger.ts';

/** One promise, and every way it was found broken. */
export interface Finding {
  readonly rule: string;
  readonly breaches: readonly string[];
}

export function judgeDesks(desks: readonly Desk[], snapshot: Snapshot): Finding[] {
  const fresh = contentsOf(snapshot);
  const differing = desks.filter((desk) => !isDeepStrictEqual(desk.contents(), fresh));
  return [
    {
      rule: 'F6 every cache equals a fresh snapshot',
      breaches: differing.map((desk) => `${desk.state()} differs from the snapshot at ${snapshot.seq}`),
    },
    {
      rule: 'F3 W1 every event came once, in order, none left out',
      breaches: desks.flatMap((desk) => desk.journal.breaches),
    },
    { rule: 'no workstation met a fault', breaches: desks.flatMap((desk) => desk.faults.map(String)) },
  ];
}

/**
 * Holds the database of a stopped server against what people were told.
 * @param before the log's head when the desks opened
 */
export function judgeLog(file: string, before: number, ledger: Ledger): Finding[] {
  const db = new SqliteDatabase(file, { readonly: true });
  try {
    const seqs = db
      .prepare<[number], number>('SELECT seq FROM events WHERE seq > ? ORDER BY seq')
      .pluck()
      .all(before);
    const holes = seqs.filter((seq, index) => seq !== before + 1 + index);
    const kept = db.prepare<[], { key: string; status: number }>('SELECT key, status FROM outcomes').all();
    const done = new Set(kept.filter(({ status }) => status < 300).map(({ key }) => key));
    const told = ledger.keys('done');
    return [
      { rule: 'L2 seq is gap-free', breaches: holes.map((seq) => `${seq} stands where another was due`) },
      {
        rule: 'L4 every command had exactly one effect, or none and a refusal',
        breaches: [
          ...ledger.contradictions,
          ...[...ledger.keys('waiting')].map((key) => `${key} was never settled`),
          ...[...told]
            .filter((key) => !done.has(key))
            .map((key) => `${key} was told done and is not in the log`),
          ...[...done]
            .filter((key) => !told.has(key))
            .map((key) => `${key} is in the log and was not told done`),
          ...(seqs.length === done.size ? [] : [`${done.size} commands made ${seqs.length} events`]),
        ],
      },
      { rule: 'F6 the state is what the log says', breaches: staleStates(db) },
    ];
  } finally {
    db.close();
  }
}

/** Appointments whose row is not what their last event says. */
function staleStates(db: SqliteDatabase.Database): string[] {
  const last = db
    .prepare<[], { id: string; version: number; status: string; data: string }>(
      `SELECT a.id, a.version, a.status, e.data FROM appointments a
       JOIN events e ON e.entity_id = a.id AND e.tenant_id = a.tenant_id
       WHERE e.seq = (SELECT max(seq) FROM events WHERE entity_id = a.id AND tenant_id = a.tenant_id)`,
    )
    .all();
  return last.flatMap(({ id, version, status, data }) => {
    const { appointment } = JSON.parse(data) as { appointment: Appointment };
    const same = appointment.version === version && appointment.status === status;
    return same ? [] : [`${id} is at version ${version}, its last event at ${appointment.version}`];
  });
}

export function judgeBookings({ appointments }: Snapshot): Finding {
  const holding = appointments.filter(
    ({ status, overbookReason }) => holdsSlot(status) && overbookReason === null,
  );
  const breaches: string[] = [];
  for (const [index, a] of holding.entries())
    for (const b of holding.slice(index + 1))
      if (
        a.providerId === b.providerId &&
        a.scheduledStart < b.scheduledEnd &&
        b.scheduledStart < a.scheduledEnd
      )
        breaches.push(`${a.id} and ${b.id} overlap`);
  return { rule: 'nobody is booked twice', breaches };
}
