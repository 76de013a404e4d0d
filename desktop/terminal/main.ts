// The workstation without a window: the same sync/ and cache/, for machines without a display. words.ts has all it says.
import { v7 as uuid } from 'uuid';
import type { Cache } from '#desktop/main/cache/cache.ts';
import { openCache } from '#desktop/main/cache/open.ts';
import { SyncSession } from '#desktop/main/sync/session.ts';
import { signIn } from '#desktop/main/sync/sign-in.ts';
import { RoomlightError } from '#shared/errors.ts';
import { WorkstationId } from '#shared/ids.ts';
import { askPassword } from './ask-password.ts';
import { readOptions, type TerminalOptions } from './options.ts';
import { Printer } from './printer.ts';
import { words } from './words.ts';

const usualWidth = 120;
const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** Resolves with the exit code once nothing can be printed any more: whoever read along has left (`| head`), or worse. */
const outputEnded = new Promise<number>((resolve) => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') complain(words.cannotPrint(error.message));
    resolve(error.code === 'EPIPE' ? 0 : 1);
  });
});

/** Resolves with the exit code. */
async function run(options: TerminalOptions): Promise<number> {
  const password = options.password ?? (await askPassword(words.password(options.user)));
  if (password === null) {
    complain(words.noPassword);
    return 2;
  }
  const workstation = WorkstationId.parse(`terminal-${uuid()}`);
  const signedIn = await signIn({ address: options.server, username: options.user, password, workstation });
  const cache = cacheInMemory();
  const session = new SyncSession({
    base: signedIn.base,
    cache,
    workstation,
    refreshToken: signedIn.refreshToken,
    access: { token: signedIn.accessToken, expiresInSeconds: signedIn.expiresInSeconds },
    // Nothing is remembered here: the sign-in ends with the process.
    keep: () => {},
  });
  const printer = new Printer({
    cache,
    clock: Date.now,
    print,
    width: () => process.stdout.columns || usualWidth,
  });
  printer.greet(signedIn.member);
  const shown = options.once ? showOnce(session, printer) : showUntilEnded(session, printer);
  const code = await Promise.race([shown, outputEnded]);
  await session.signOut();
  cache.close();
  return code;
}

async function showOnce(session: SyncSession, printer: Printer): Promise<number> {
  const failure = await new Promise<string | null>((resolve) => {
    session.on('replaced', () => resolve(null));
    session.on('connection', ({ error }) => error && resolve(error.message));
    session.start();
  });
  if (failure === null) printer.day();
  else complain(failure);
  return failure === null ? 0 : 1;
}

/** Until someone ends it, or the server ends the session. */
async function showUntilEnded(session: SyncSession, printer: Printer): Promise<number> {
  printer.follow(session);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0));
    session.on('signedOut', () => resolve(1));
    session.start();
  });
}

function cacheInMemory(): Cache {
  const opened = openCache({ file: null });
  if (opened.state === 'open') return opened.cache;
  throw new TypeError('A cache in memory has no file that could be unreadable.');
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') {
    print(words.usage);
    return 0;
  }
  if ('wrong' in options) {
    complain(options.wrong);
    return 2;
  }
  try {
    return await run(options);
  } catch (error) {
    if (!(error instanceof RoomlightError)) throw error;
    complain(error.message);
    return 1;
  }
}

process.exitCode = await main();
