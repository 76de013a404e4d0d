import { parseArgs } from 'node:util';

export type StartOptions = {
  /** Start a server of our own, or use the one at `server`. */
  serveHere: boolean;
  server: string | null;
  workstations: number;
  /** Commands a minute of the simulated clinic day; null without it. */
  traffic: number | null;
};

const mostWorkstations = 4;
const usualTraffic = 20;
const mostTraffic = 6_000;

export const help = `npm start [-- options]

Builds the workstation, starts the clinic server with its demo clinic, and opens the workstation.

  --server-only                    only the server
  --workstation-only --server URL  only the workstation, for a server elsewhere
  --workstations N                 N windows as N people (1 to ${mostWorkstations}): the quickest way to see it live
  --traffic[=N]                    a simulated clinic day, N commands a minute (${usualTraffic} unless given)
  --help                           this

Set in the environment:

  PORT                      where the server listens (4000)
  ROOMLIGHT_DATA            where everything is kept (./data)
  ROOMLIGHT_DEMO_TIME_ZONE  where a demo clinic about to be made is, such as America/Chicago (that of this computer)
  LOG_LEVEL                 how much the server logs (warn; info with --server-only)
`;

/** What the command line asks for; a string is the sentence to answer with when it asks for nothing possible. */
export function readOptions(args: readonly string[]): StartOptions | 'help' | { wrong: string } {
  try {
    return check(parseArgs({ args: args.map(withOwnNumber), options, strict: true }).values);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return wrong(firstSentence(error.message));
    throw error;
  }
}

const options = {
  help: { type: 'boolean' },
  'server-only': { type: 'boolean' },
  'workstation-only': { type: 'boolean' },
  server: { type: 'string' },
  workstations: { type: 'string' },
  traffic: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

// parseArgs knows no option whose value may be left out.
const withOwnNumber = (arg: string) => (arg === '--traffic' ? `--traffic=${usualTraffic}` : arg);
const firstSentence = (message: string) => `${message.split('. ')[0]?.replace(/\.$/, '')}.`;
const wrong = (what: string) => ({ wrong: `${what} "npm start -- --help" tells what there is.` });

function check(values: Values): ReturnType<typeof readOptions> {
  if (values.help) return 'help';
  const { 'server-only': serverOnly, 'workstation-only': workstationOnly, server } = values;
  if (serverOnly && workstationOnly)
    return wrong('--server-only and --workstation-only leave nothing to start.');
  if (workstationOnly && !server) return wrong('--workstation-only needs --server URL.');
  if (server && !workstationOnly) return wrong('--server belongs to --workstation-only.');
  if (server && !isHttp(server))
    return wrong(`--server must be an address such as http://localhost:4000, not ${server}.`);
  if (serverOnly && values.workstations) return wrong('--server-only opens no workstations.');
  const workstations = number(values.workstations ?? '1', 1, mostWorkstations);
  if (workstations === null) return wrong(`--workstations takes a number from 1 to ${mostWorkstations}.`);
  const traffic = values.traffic === undefined ? null : number(values.traffic, 1, mostTraffic);
  if (values.traffic !== undefined && traffic === null)
    return wrong(`--traffic takes commands a minute, from 1 to ${mostTraffic}.`);
  return {
    serveHere: !workstationOnly,
    server: server ?? null,
    workstations: serverOnly ? 0 : workstations,
    traffic,
  };
}

function number(text: string, least: number, most: number): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
