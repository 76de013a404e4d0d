import type Database from 'better-sqlite3';

/** In order, each run once. A migration that has shipped is never edited: the next change is the next entry. */
const migrations: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE tenants (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL,
    day_start INTEGER NOT NULL, day_end INTEGER NOT NULL, rooms TEXT NOT NULL,
    head INTEGER NOT NULL DEFAULT 0, floor INTEGER NOT NULL DEFAULT 0, next_mrn INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE providers (
    id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL REFERENCES tenants(id), display_name TEXT NOT NULL,
    specialty TEXT NOT NULL, position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE users (
    id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL REFERENCES tenants(id), username TEXT NOT NULL,
    display_name TEXT NOT NULL, role TEXT NOT NULL, provider_id TEXT REFERENCES providers(id),
    password_hash TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant_id, username)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE patients (
    id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL REFERENCES tenants(id), version INTEGER NOT NULL,
    mrn TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL, birth_date TEXT NOT NULL,
    phone TEXT NOT NULL, search_text TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    UNIQUE (tenant_id, mrn)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE appointments (
    id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL REFERENCES tenants(id), version INTEGER NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patients(id), provider_id TEXT NOT NULL REFERENCES providers(id),
    scheduled_start TEXT NOT NULL, scheduled_end TEXT NOT NULL, status TEXT NOT NULL, status_since TEXT NOT NULL,
    reason TEXT NOT NULL, note TEXT NOT NULL, room TEXT, overbook_reason TEXT, cancel_reason TEXT,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX appointments_by_provider ON appointments (tenant_id, provider_id, scheduled_start);
  CREATE INDEX appointments_by_day ON appointments (tenant_id, scheduled_start);
  CREATE INDEX appointments_by_patient ON appointments (patient_id, scheduled_start);
  CREATE TABLE events (
    tenant_id TEXT NOT NULL REFERENCES tenants(id), seq INTEGER NOT NULL, type TEXT NOT NULL, at TEXT NOT NULL,
    entity_id TEXT NOT NULL, actor TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (tenant_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX events_by_entity ON events (tenant_id, entity_id, seq);
  CREATE INDEX events_by_time ON events (tenant_id, at);
  CREATE TABLE outcomes (
    tenant_id TEXT NOT NULL, user_id TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (tenant_id, user_id, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outcomes_by_time ON outcomes (at);
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL REFERENCES tenants(id), user_id TEXT NOT NULL REFERENCES users(id),
    workstation TEXT, created_at TEXT NOT NULL, expires_at TEXT NOT NULL, ended_at TEXT, ended_why TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_user ON sessions (user_id);
  CREATE TABLE refresh_tokens (
    hash TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
    issued_at TEXT NOT NULL, spent_at TEXT, spent_by TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
  `,
];

/** Brings a database file to the newest form, whole or not at all. Refuses one written by a newer Roomlight. */
export function migrate(connection: Database.Database): void {
  const found = connection.pragma('user_version', { simple: true }) as number;
  if (found > migrations.length)
    throw new Error(
      'This database was written by a newer Roomlight. Start that version, or restore a backup made with this one.',
    );
  connection.transaction(() => {
    for (const sql of migrations.slice(found)) connection.exec(sql);
    connection.pragma(`user_version = ${migrations.length}`);
  })();
}
