import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasOwner } from '../build/electron/session-bus.ts';
import { type DesktopProcess, firstLine, programPath, startProcess, stopProcess } from './desktop-process.ts';

export type DesktopSession = {
  /** The environment for what runs on this desktop: its display, bus, keychain and home are private to it. */
  env: Record<string, string>;
  home: string;
  stop: () => Promise<void>;
};

export type DesktopOptions = {
  /** As X has it: width x height x colour depth. */
  screen?: string;
  /** Without it nobody answers for the keychain, as on a PC that has none. */
  keyring?: boolean;
};

const needed = [
  ['Xvfb', 'xvfb', 'there is no display to show the workstation on'],
  ['dbus-daemon', 'dbus', 'there is no session bus for notifications, tray and keychain'],
  ['dbus-send', 'dbus', 'nothing can ask whether the keychain is up'],
  ['gnome-keyring-daemon', 'gnome-keyring', 'there is no keychain to keep the session and the cache key in'],
] as const;

/** One sentence for each thing this machine lacks for a private desktop; empty when all is there. */
export function whatIsMissing(): string[] {
  if (process.platform !== 'linux') {
    return [
      'A private desktop is made of X11 and D-Bus, which this system does not have: it runs on Linux only.',
    ];
  }
  return needed
    .filter(([program]) => !programPath(program))
    .map(([program, name, why]) => `${program} is missing (Debian package ${name}), so ${why}.`);
}

/** A desktop of its own for a test: display, bus, keychain and home, all gone after `stop`. */
export async function startDesktop(options: DesktopOptions = {}): Promise<DesktopSession> {
  const { screen = '1440x900x24', keyring = true } = options;
  const place = await mkdtemp(join(tmpdir(), 'roomlight-desktop-'));
  const running: DesktopProcess[] = [];
  const stop = async () => {
    // The display goes last: what still draws on it would end with a complaint.
    for (const started of running.toReversed()) await stopProcess(started);
    await rm(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const env = await privateEnvironment(place);
    env.DISPLAY = await startDisplay(screen, env, running);
    await startBus(place, env, running);
    if (keyring) await startKeyring(env, running);
    return { env, home: join(place, 'home'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function privateEnvironment(place: string): Promise<Record<string, string>> {
  const home = join(place, 'home');
  const runtime = join(place, 'run');
  const bus = `unix:path=${join(runtime, 'bus')}`;
  await mkdir(home);
  await mkdir(runtime);
  await chmod(runtime, 0o700);
  return {
    ...inherited(),
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    DBUS_SESSION_BUS_ADDRESS: bus,
    // One bus is both: a test may stand in for the system's power service, and none hears of the real one.
    DBUS_SYSTEM_BUS_ADDRESS: bus,
    XDG_SESSION_TYPE: 'x11',
    // Neither settings nor accessibility services of the machine's own desktop belong in a test.
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
}

/** Everything but what ties to the desktop, if any, that the tests were started from. */
function inherited(): Record<string, string> {
  const dropped = /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_|XDG_|GNOME_KEYRING|ELECTRON_RUN_AS_NODE$)/;
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !dropped.test(name),
  );
  return Object.fromEntries(kept) as Record<string, string>;
}

async function startDisplay(
  screen: string,
  env: Record<string, string>,
  running: DesktopProcess[],
): Promise<string> {
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'];
  const display = startProcess('Xvfb', args, env, ['ignore', 'ignore', 'pipe', 'pipe']);
  running.push(display);
  return `:${await firstLine(display, 3)}`;
}

async function startBus(
  place: string,
  env: Record<string, string>,
  running: DesktopProcess[],
): Promise<void> {
  const config = join(place, 'bus.conf');
  await writeFile(config, busConfig(env.DBUS_SESSION_BUS_ADDRESS ?? ''));
  const args = ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${config}`];
  const bus = startProcess('dbus-daemon', args, env, ['ignore', 'pipe', 'pipe']);
  running.push(bus);
  await firstLine(bus, 1);
}

/** No folder of services: nothing is started on demand, so only what a test put on the bus is there. */
const busConfig = (
  address: string,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

async function startKeyring(env: Record<string, string>, running: DesktopProcess[]): Promise<void> {
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = startProcess('gnome-keyring-daemon', args, env, ['pipe', 'ignore', 'pipe']);
  running.push(keyring);
  // An empty password would leave the secrets in clear; this one is as private as the home it lives in.
  keyring.child.stdin?.end('desktop-of-a-test');
  for (let tries = 0; tries < 100; tries++) {
    if (await hasOwner('org.freedesktop.secrets', env)) return;
    if (keyring.child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`gnome-keyring-daemon did not open the keychain. ${keyring.output()}`.trim());
}
