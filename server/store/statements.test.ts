import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepStatements } from './statements.ts';

test('a text is prepared once, however often it is asked for', () => {
  const connection = keepStatements(new SqliteDatabase(':memory:'));
  const first = connection.prepare('SELECT ? AS value');
  expect(connection.prepare('SELECT ? AS value')).toBe(first);
  expect(first.all(1)).toEqual([{ value: 1 }]);
  expect(connection.prepare('SELECT ? AS value').all(2)).toEqual([{ value: 2 }]);
  connection.close();
});

test('a kept statement sees a table that was changed since', () => {
  const connection = keepStatements(new SqliteDatabase(':memory:'));
  connection.prepare('CREATE TABLE clinic (id INTEGER)').run();
  connection.prepare('INSERT INTO clinic DEFAULT VALUES').run();
  expect(connection.prepare('SELECT * FROM clinic').all()).toEqual([{ id: null }]);
  connection.prepare("ALTER TABLE clinic ADD COLUMN name TEXT DEFAULT 'x'").run();
  expect(connection.prepare('SELECT * FROM clinic').all()).toEqual([{ id: null, name: 'x' }]);
  connection.close();
});

test('what was unused for longest goes when there are too many', () => {
  const connection = keepStatements(new SqliteDatabase(':memory:'));
  const used = connection.prepare('SELECT 0');
  const unused = connection.prepare('SELECT 1');
  for (let number = 2; number < 258; number += 1) {
    connection.prepare(`SELECT ${number}`);
    expect(connection.prepare('SELECT 0')).toBe(used);
  }
  expect(connection.prepare('SELECT 1')).not.toBe(unused);
  connection.close();
});
