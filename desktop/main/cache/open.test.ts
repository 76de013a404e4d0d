import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/commands.ts';
import { IdempotencyKey } from '#shared/ids.ts';
import type { Cache } from './cache.ts';
import { appointment, morning, patient, snapshot } from './clinic-fixture.ts';
import { contentsOf } from './contents.ts';
import { deleteCache, openCache } from './open.ts';

let folder = '';
let file = '';
const key = randomBytes(32).toString('hex');
const opened: Cache[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roomlight-cache-'));
  file = join(folder, 'kept', 'one.db');
});
afterEach(() => {
  for (const cache of opened.splice(0)) cache.close();
  rmSync(folder, { recursive: true });
});

function open(withKey = key): Cache {
  const result = openCache({ file, key: withKey });
  if (result.state !== 'open') throw new Error('unreadable');
  opened.push(result.cache);
  return result.cache;
}

function close(): void {
  for (const cache of opened.splice(0)) cache.close();
}

const day = snapshot({
  patients: [patient(1, { givenName: 'Wilhelmina', familyName: 'Zandvoort' })],
  appointments: [appointment(1, 0, { reason: 'Unmistakable reason' })],
});
const outboxKey = IdempotencyKey.parse('key-00000001');
const command: Command = {
  type: 'appointment.cancel',
  id: appointment(1, 0).id,
  ifMatch: 1,
  body: { cancelReason: 'Unmistakable words' },
};

function bytesOnDisk(): string {
  const kept = join(folder, 'kept');
  return readdirSync(kept)
    .map((name) => readFileSync(join(kept, name)).toString('latin1'))
    .join('\n');
}

describe('a cache on disk', () => {
  it('W2 holds nothing readable: not in the file, not in its write-ahead log', () => {
    const cache = open();
    cache.applySnapshot(day);
    cache.outbox.add(outboxKey, command, morning);
    expect(readdirSync(join(folder, 'kept')).toSorted()).toEqual(['one.db', 'one.db-shm', 'one.db-wal']);
    const whileOpen = bytesOnDisk();
    close();
    const found = whileOpen + bytesOnDisk();
    expect(found.length).toBeGreaterThan(20_000);
    for (const word of [
      'Wilhelmina',
      'Zandvoort',
      'zandvoort',
      'Unmistakable',
      'SQLite format',
      'CREATE TABLE',
    ])
      expect(found).not.toContain(word);
    expect(process.platform === 'win32' ? 0 : statSync(file).mode & 0o077).toBe(0);
  });

  it('W2 a wrong or lost key, or no key, opens nothing', () => {
    open().applySnapshot(day);
    close();
    const before = readFileSync(file);
    expect(openCache({ file, key: randomBytes(32).toString('hex') })).toEqual({ state: 'unreadable' });
    expect(readFileSync(file).equals(before)).toBe(true);
    const bare = new SqliteDatabase(file);
    expect(() => bare.pragma('user_version')).toThrow(/not a database/);
    bare.close();
    expect(() => openCache({ file, key: 'short' })).toThrow(/64 hex/);
    expect(open().contents()).toEqual(contentsOf(day));
  });

  it('W2 a damaged file is told from a disk that fails, deleted, and made anew', () => {
    open().applySnapshot(day);
    close();
    writeFileSync(file, randomBytes(8192));
    expect(openCache({ file, key })).toEqual({ state: 'unreadable' });
    deleteCache(file);
    expect(existsSync(file)).toBe(false);
    expect(open().position().epoch).toBeNull();
    close();
    expect(() => openCache({ file: join(file, 'below-a-file'), key })).toThrow(
      expect.objectContaining({ body: expect.objectContaining({ kind: 'cacheUnusable' }) }),
    );
  });

  it('W3 opens again as it was', () => {
    open().applySnapshot(day);
    close();
    const again = open();
    expect(again.contents()).toEqual(contentsOf(day));
    expect(again.position()).toEqual({ epoch: day.epoch, cursor: day.seq, asOf: day.at });
  });

  it('discards the copy of another version and keeps what only this PC has', () => {
    const cache = open();
    cache.applySnapshot(day);
    cache.outbox.add(outboxKey, command, morning);
    close();
    const db = new SqliteDatabase(file);
    db.pragma("cipher = 'aegis'");
    db.pragma(`key = 'raw:${key}'`);
    db.exec('PRAGMA user_version = 900; ALTER TABLE patients RENAME COLUMN words TO unknown');
    db.close();
    const again = open();
    expect(again.position().epoch).toBeNull();
    expect(again.outbox.list()).toEqual([{ key: outboxKey, command, at: morning }]);
    again.applySnapshot(day);
    expect(again.contents()).toEqual(contentsOf(day));
  });

  it('refuses to touch changes kept by a newer version', () => {
    open().outbox.add(outboxKey, command, morning);
    close();
    const db = new SqliteDatabase(file);
    db.pragma("cipher = 'aegis'");
    db.pragma(`key = 'raw:${key}'`);
    db.exec('UPDATE own_form SET version = 99');
    db.close();
    expect(() => open()).toThrow(/newer Roomlight/);
  });
});

it('a cache in memory leaves nothing on disk', () => {
  const result = openCache({ file: null });
  expect(result.state).toBe('open');
  if (result.state === 'open') {
    result.cache.applySnapshot(day);
    result.cache.close();
  }
  expect(readdirSync(folder)).toEqual([]);
});
