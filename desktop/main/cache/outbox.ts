import type Database from 'better-sqlite3';
import type { Command } from '#shared/commands.ts';
import type { ErrorBody } from '#shared/errors.ts';
import type { IdempotencyKey } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Guard } from './faults.ts';
import type { OutboxEntry, Refusal } from './shapes.ts';

/** How a command ended. `version`: of the entity after it, null when not known. `told`: the refusal has reached the person who sent it. */
export type Outcome =
  | { done: true; version: number | null }
  | { done: false; error: ErrorBody; told: boolean };

interface Row {
  key: string;
  command: string;
  at: string;
}

/** The commands of this workstation whose outcome is not known, in the order they were given, and the late refusals. */
export class Outbox {
  readonly #db: Database.Database;
  readonly #guard: Guard;

  constructor(db: Database.Database, guard: Guard) {
    this.#db = db;
    this.#guard = guard;
  }

  /** Keeps a command; when this returns, it survives power loss. The same key again changes nothing. */
  add(key: IdempotencyKey, command: Command, at: Instant): void {
    this.#guard(() => {
      // The only thing this PC could lose for good. Everything else comes again from the server, and need not wait
      // for the disk (cache.ts).
      this.#db.pragma('synchronous = FULL');
      try {
        this.#db
          .prepare('INSERT OR IGNORE INTO outbox (key, command, at) VALUES (?, ?, ?)')
          .run(key, JSON.stringify(command), at);
      } finally {
        this.#db.pragma('synchronous = NORMAL');
      }
    });
  }

  head(): OutboxEntry | null {
    return this.#guard(() => {
      const row = this.#db
        .prepare<[], Row>('SELECT key, command, at FROM outbox ORDER BY place LIMIT 1')
        .get();
      return row ? toEntry(row) : null;
    });
  }

  list(): OutboxEntry[] {
    return this.#guard(() =>
      this.#db.prepare<[], Row>('SELECT key, command, at FROM outbox ORDER BY place').all().map(toEntry),
    );
  }

  count(): number {
    return this.#guard(() => this.#db.prepare<[], number>('SELECT count(*) FROM outbox').pluck().get() ?? 0);
  }

  /** Takes a command out, and keeps its refusal when nobody has been told yet. A key that is not there changes nothing. */
  settle(key: IdempotencyKey, outcome: Outcome): void {
    this.#guard(() =>
      this.#db.transaction(() => {
        const row = this.#db
          .prepare<[string], Row & { place: number }>('DELETE FROM outbox WHERE key = ? RETURNING *')
          .get(key);
        if (!row) return;
        if (outcome.done && outcome.version !== null)
          this.#rebase(row.place, JSON.parse(row.command), outcome.version);
        else if (!outcome.done && !outcome.told)
          this.#db
            .prepare('INSERT OR REPLACE INTO refusals (key, command, at, error) VALUES (?, ?, ?, ?)')
            .run(row.key, row.command, row.at, JSON.stringify(outcome.error));
      })(),
    );
  }

  refusals(): Refusal[] {
    return this.#guard(() =>
      this.#db
        .prepare<[], Row & { error: string }>('SELECT * FROM refusals ORDER BY at, key')
        .all()
        .map((row) => ({ ...toEntry(row), error: JSON.parse(row.error) as ErrorBody })),
    );
  }

  dismiss(key: IdempotencyKey): void {
    this.#guard(() => this.#db.prepare('DELETE FROM refusals WHERE key = ?').run(key));
  }

  // A command queued behind another on the same entity, naming the version that one named, was given by someone who
  // saw that change as waiting: it means the version the first one made. None of them has been sent yet (they go one
  // at a time, in order), so its key never travels with two versions (L4). One that named any other version stays as it is (L5).
  #rebase(after: number, done: Command, version: number): void {
    if (done.id === null || done.ifMatch === null) return;
    this.#db
      .prepare(
        `UPDATE outbox SET command = json_set(command, '$.ifMatch', ?)
         WHERE place > ? AND command ->> '$.id' = ? AND command ->> '$.ifMatch' = ?`,
      )
      .run(version, after, done.id, done.ifMatch);
  }
}

function toEntry(row: Row): OutboxEntry {
  return {
    key: row.key as IdempotencyKey,
    command: JSON.parse(row.command) as Command,
    at: row.at as Instant,
  };
}
