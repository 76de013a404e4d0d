import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>;

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** One line of JSON an entry, to stderr, written before the call returns so that a crash still says why. */
export function openLog(): Log {
  const level = levels.find((known) => known === process.env.ROOMLIGHT_LOG_LEVEL) ?? 'info';
  return pino(
    { name: 'workstation', level, base: { pid: process.pid } },
    pino.destination({ fd: 2, sync: true }),
  );
}

type Described = { name: string; code?: string; at: string[]; cause?: Described };

/**
 * What a log may say of an error (W6): its name, code and place. Never its message, into which a parser or a
 * database may have put a piece of what it was reading.
 */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { name: error.name, ...code, at: at.slice(0, 8).map((line) => line.trim()), ...cause };
}
