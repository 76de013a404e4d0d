import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

const SECRETS = 'org.freedesktop.secrets';
const bus = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/'];

/** Whether a keychain answers on the desktop's bus, or would be started when asked. */
export async function hasSecretService(env: NodeJS.ProcessEnv): Promise<boolean> {
  return (await hasOwner(SECRETS, env)) || (await ask('ListActivatableNames', [], env)).includes(SECRETS);
}

/** Whether somebody on the bus answers for a name. */
export async function hasOwner(name: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return (await ask('NameHasOwner', [`string:${name}`], env)).includes('true');
}

async function ask(question: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  if (!hasBus(env)) return '';
  const all = [...bus, `org.freedesktop.DBus.${question}`, ...args];
  return run('dbus-send', all, { env, timeout: 2_000 }).catch(() => '');
}

// Without this dbus-send would start a bus of its own, just to be told that nobody is there.
function hasBus(env: NodeJS.ProcessEnv): boolean {
  if (env.DBUS_SESSION_BUS_ADDRESS) return true;
  return Boolean(env.XDG_RUNTIME_DIR) && existsSync(join(env.XDG_RUNTIME_DIR ?? '', 'bus'));
}
