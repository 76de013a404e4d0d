import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { electronLaunch } from '../electron/launch.ts';
import type { ElectronRuntime } from '../electron/runtime.ts';
import { type Child, startChild } from './child.ts';

export const demoPassword = 'roomlight-demo';
/** Who sits at the first workstation, the second, and so on. */
export const demoUsers = ['front', 'provider', 'assistant', 'admin'] as const;

export type WorkstationOptions = {
  /** 0 for the first. */
  place: number;
  /** How many open together. */
  of: number;
  server: string;
  /** The form names this person. */
  user: string | null;
  /** Without a form: the person signs in at once, unless one is signed in already. */
  signIn: boolean;
  data: string;
  say: (line: string) => void;
};

const KEPT_LINES = 20;

/** Opens one workstation, as one PC: its session, cache and settings are its own. */
export async function openWorkstation(runtime: ElectronRuntime, options: WorkstationOptions): Promise<Child> {
  const { place, of, server, user, signIn, data, say } = options;
  const args = [`--user-data-dir=${join(data, `workstation-${place + 1}`)}`, `--server=${server}`];
  if (of > 1) args.push(`--beside=${place + 1}/${of}`);
  if (user) args.push(`--user=${user}`);
  const launch = await electronLaunch(runtime, { args });
  const demo = signIn && user ? { ROOMLIGHT_DEMO_SIGN_IN: `${user}:${demoPassword}` } : {};
  const child = startChild('The workstation', launch.executablePath, launch.args, {
    env: { ROOMLIGHT_LOG_LEVEL: 'warn', ...launch.env, ...demo },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  tellOfFaults(child, say);
  return child;
}

/** Roomlight's own log lines are passed on. Chromium's chatter is shown only if the workstation ends badly. */
function tellOfFaults(child: Child, say: (line: string) => void): void {
  const { stderr } = child.process;
  if (!stderr) return;
  const chatter: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.startsWith('{')) say(line);
    else chatter.push(line);
    if (chatter.length > KEPT_LINES) chatter.shift();
  });
  void child.ended.then((how) => {
    if (how) for (const line of chatter) say(line);
  });
}
