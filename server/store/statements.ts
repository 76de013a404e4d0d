import type { Database, Statement } from 'better-sqlite3';

/** What Kysely's SQLite dialect needs of a connection. */
interface Connection {
  prepare(sql: string): Statement;
  close(): void;
}

const most = 256;

/**
 * A connection that prepares each SQL text once. Kysely prepares at every query, which costs more than most queries
 * here take to run. The texts are few (values travel as parameters); should they not be, those unused for longest go.
 * A kept statement must not be streamed: it cannot run again before its last row was read.
 */
export function keepStatements(connection: Database): Connection {
  const kept = new Map<string, Statement>();
  return {
    prepare(sql) {
      const statement = kept.get(sql) ?? connection.prepare(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
    close() {
      kept.clear();
      connection.close();
    },
  };
}
