import { projectRoot } from './cache.ts';
import type { ElectronRuntime } from './runtime.ts';
import { hasSecretService } from './session-bus.ts';

export type LaunchOptions = {
  /** The folder whose package.json names the app's main file. */
  folder?: string;
  /** What the app itself reads from its command line. */
  args?: readonly string[];
  /** The desktop to open on; that of this process unless given. */
  env?: NodeJS.ProcessEnv;
};

/** How to start the app: for `spawn(executablePath, args, { env })`, and as it is for Playwright's `_electron.launch`. */
export type Launch = {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  chromiumSandbox: boolean;
};

export async function electronLaunch(runtime: ElectronRuntime, options: LaunchOptions = {}): Promise<Launch> {
  const { folder = projectRoot, args = [], env = process.env } = options;
  const sandboxed = !runsAsRoot();
  return {
    executablePath: runtime.executable,
    // Chromium's switches stand before the folder, the app's own after it.
    args: [...(sandboxed ? [] : ['--no-sandbox']), ...(await keychainSwitch(env)), folder, ...args],
    env: environmentFor(runtime, env),
    chromiumSandbox: sandboxed,
  };
}

/** Chromium's sandbox refuses to start for root, as in a container; everyone else keeps it. */
const runsAsRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Chromium guesses the keychain from the desktop's name, and knows few; where one answers, it is told so. */
async function keychainSwitch(env: NodeJS.ProcessEnv): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  return (await hasSecretService(env)) ? ['--password-store=gnome-libsecret'] : [];
}

function environmentFor(runtime: ElectronRuntime, env: NodeJS.ProcessEnv): Record<string, string> {
  const all: NodeJS.ProcessEnv = { ...env, ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath };
  // With it Electron is a bare Node, and opens no window.
  delete all.ELECTRON_RUN_AS_NODE;
  delete all.ROOMLIGHT_SQLITE_BINDING;
  if (runtime.sqliteBinding) all.ROOMLIGHT_SQLITE_BINDING = runtime.sqliteBinding;
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
