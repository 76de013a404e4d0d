// `npm start`: builds what needs building, starts the clinic server and opens the workstation. start/options.ts has all it takes.
import { type ElectronRuntime, findElectron } from './electron/runtime.ts';
import { buildWhenNeeded } from './start/app-build.ts';
import { whyNoDisplay } from './start/display.ts';
import { startTerminal, startTraffic } from './start/helpers.ts';
import { help, readOptions, type StartOptions } from './start/options.ts';
import { dataFolder, startServer } from './start/server.ts';
import { Together } from './start/together.ts';
import { demoPassword, demoUsers, openWorkstation } from './start/workstation.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const SAME_SIGNAL = 1_000;
const together = new Together(say);

async function start(options: StartOptions): Promise<void> {
  const server = options.server ?? (await serve(options));
  if (together.ending) return;
  if (options.traffic !== null) together.addHelper(startTraffic(server, options.traffic));
  if (options.workstations === 0) return say('Ctrl-C ends it. The log follows.');
  const runtime = await electronHere();
  if (together.ending) return;
  if (runtime) await openWindows(runtime, server, options);
  else together.add(startTerminal(server));
}

async function serve({ workstations }: StartOptions): Promise<string> {
  // Beside a window a line for each request is noise; a server alone has nothing else to show.
  const LOG_LEVEL = process.env.LOG_LEVEL ?? (workstations === 0 ? 'info' : 'warn');
  const ROOMLIGHT_DATA = dataFolder(process.env);
  const { child, url, showLog } = await startServer({ ...process.env, LOG_LEVEL, ROOMLIGHT_DATA }, say);
  together.add(child);
  say(`Roomlight listens on ${url} and keeps its data in ${ROOMLIGHT_DATA}`);
  if (process.env.ROOMLIGHT_DEMO !== 'off')
    say(`Demo sign-ins: ${demoUsers.join(', ')}; password ${demoPassword}`);
  showLog();
  return url;
}

/** Null, and a line that says why, where no window can be opened. */
async function electronHere(): Promise<ElectronRuntime | null> {
  const noDisplay = whyNoDisplay(process.platform, process.env);
  if (noDisplay) {
    say(`There is no display here (${noDisplay}): this is the workstation in the terminal. Ctrl-C ends it.`);
    return null;
  }
  try {
    const runtime = await findElectron(say);
    await buildWhenNeeded(say);
    return runtime;
  } catch (error) {
    // Ctrl-C also ends the tools at work here.
    if (together.ending) return null;
    say(`${messageOf(error)} Until then, this is the workstation in the terminal. Ctrl-C ends it.`);
    return null;
  }
}

async function openWindows(runtime: ElectronRuntime, server: string, options: StartOptions): Promise<void> {
  const several = options.workstations > 1;
  const places = demoUsers.slice(0, options.workstations);
  const closing = several ? 'Closing the last one' : 'Closing it';
  say(
    `Opening ${several ? `${places.length} workstations, as ${places.join(' and ')}` : 'the workstation'}. ` +
      `${closing} ${options.serveHere ? 'ends the server too, and so does Ctrl-C.' : 'ends this, and so does Ctrl-C.'}`,
  );
  const data = dataFolder(process.env);
  const opened = places.map((user, place) =>
    openWorkstation(runtime, {
      place,
      of: places.length,
      server,
      user: options.serveHere || several ? user : null,
      signIn: several,
      data,
      say,
    }),
  );
  together.addAll(await Promise.all(opened));
}

/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. One pressed again does not wait any longer. */
function endOnSignals(): void {
  let first = Number.POSITIVE_INFINITY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (Date.now() - first > SAME_SIGNAL) process.exit(1);
      first = Math.min(first, Date.now());
      void together.end();
    });
  // npm passes a SIGTERM to the shell between it and this process, which dies of it and tells nobody.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || void together.end(), SAME_SIGNAL).unref();
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const options = readOptions(process.argv.slice(2));
if (options === 'help') {
  say(help);
} else if ('wrong' in options) {
  say(options.wrong);
  process.exitCode = 2;
} else {
  endOnSignals();
  try {
    await start(options);
    await together.ended;
    process.exitCode = together.failed ? 1 : 0;
  } catch (error) {
    say(messageOf(error));
    process.exitCode = 1;
    await together.end();
  }
}
