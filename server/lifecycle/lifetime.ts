import type { Logger } from 'pino';

/** After this long a stop that hangs is ended by force, in milliseconds. */
const forceMs = 4_500;
/** One Ctrl-C may arrive more than once: from the terminal, and passed on by whoever started the server. */
const sameSignalMs = 1_000;

/** An error nobody caught leaves the process in a state nobody knows: say so and end, to be started anew. */
export function endOnSurprise(log: Logger): void {
  const end = (error: unknown) => {
    log.fatal({ err: error }, 'unexpected error, the server ends');
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/**
 * Stops the server on SIGTERM, SIGINT, the message `stop`, or when the program that started it (over IPC) is gone, and
 * exits with 0. A second signal, or a stop that takes too long, ends the process with 1.
 */
export function stopWithProcess(server: { stop(): Promise<void> }, log: Logger): void {
  let since: number | null = null;
  const stop = (why: string) => {
    if (since !== null) {
      if (Date.now() - since > sameSignalMs) process.exit(1);
      return;
    }
    since = Date.now();
    log.info({ why }, 'stopping');
    setTimeout(() => {
      log.error('the stop took too long and was ended by force');
      process.exit(1);
    }, forceMs).unref();
    server.stop().then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.fatal({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  if (!process.connected) return;
  process.on('disconnect', () => stop('the program that started the server is gone'));
  process.on('message', (message) => {
    if (message === 'stop') stop('asked to');
  });
}

/** Said to the program that started the server, when it listens over IPC. */
export type Announcement = { type: 'listening'; url: string } | { type: 'failed'; message: string };

export function announce(announcement: Announcement): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(announcement, () => resolve());
    else resolve();
  });
}
