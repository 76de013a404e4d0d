import type Database from 'better-sqlite3';
import { RoomlightError } from '#shared/errors.ts';

/**
 * Raise with every change of `replica`, and when the workstation begins to keep an area it passed over before: what
 * an older version kept is discarded and fetched anew, so there is nothing to migrate.
 */
const replicaForm = 1;

// Entities are kept as the JSON they arrived as; the columns beside it are only what is searched and sorted by.
const replica = `
  CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, cursor INTEGER NOT NULL, as_of TEXT NOT NULL,
    from_day TEXT NOT NULL, kept_days INTEGER NOT NULL, clinic TEXT NOT NULL
  ) STRICT;
  CREATE TABLE members (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE providers (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE patients (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE patient_words USING fts5 (
    words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
  );
  CREATE TABLE appointments (
    id TEXT PRIMARY KEY, patient_id TEXT NOT NULL REFERENCES patients(id), provider_id TEXT NOT NULL,
    starts TEXT NOT NULL, ends TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX appointments_by_start ON appointments (starts);
  CREATE INDEX appointments_by_patient ON appointments (patient_id, starts);
`;

const replicaTables = ['appointments', 'patient_words', 'patients', 'providers', 'members', 'meta'];

/**
 * What exists on this PC only, so it must outlive every upgrade: in order, each run once. An entry that has shipped
 * is never edited; the next change is the next entry.
 */
const ownForms: readonly string[] = [
  `
  CREATE TABLE outbox (
    place INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, command TEXT NOT NULL, at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE refusals (
    key TEXT PRIMARY KEY, command TEXT NOT NULL, at TEXT NOT NULL, error TEXT NOT NULL
  ) STRICT;
  `,
];

/** Brings a cache to this version's form: carries over what only this PC has, discards an older copy of the server's. */
export function prepareSchema(db: Database.Database): void {
  db.transaction(() => {
    carryOverOwn(db);
    if (db.pragma('user_version', { simple: true }) === replicaForm) return;
    for (const table of replicaTables) db.exec(`DROP TABLE IF EXISTS ${table}`);
    db.exec(replica);
    db.pragma(`user_version = ${replicaForm}`);
  })();
}

function carryOverOwn(db: Database.Database): void {
  db.exec('CREATE TABLE IF NOT EXISTS own_form (version INTEGER NOT NULL) STRICT');
  const row = db.prepare<[], { version: number }>('SELECT version FROM own_form').get();
  const found = row?.version ?? 0;
  if (found > ownForms.length)
    throw new RoomlightError({
      kind: 'cacheUnusable',
      message:
        'This PC holds changes made with a newer Roomlight. Start that version, or ask your IT to update this one.',
    });
  if (found === ownForms.length) return;
  for (const sql of ownForms.slice(found)) db.exec(sql);
  db.exec('DELETE FROM own_form');
  db.prepare('INSERT INTO own_form (version) VALUES (?)').run(ownForms.length);
}
