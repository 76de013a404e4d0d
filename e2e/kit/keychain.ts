import { projectRoot } from '../../build/electron/cache.ts';
import { run } from '../../build/electron/run.ts';
import type { DesktopSession } from '../desktop-session.ts';

type Entry = { account: string; password: string };

// In a process of its own: the bus a keychain is asked over is that of the process, and each desktop has its own.
const script = `
import keytar from 'keytar';
const [verb, account] = process.argv.slice(1);
if (verb === 'forget') await keytar.deletePassword('Roomlight', account);
process.stdout.write(JSON.stringify(await keytar.findCredentials('Roomlight')));
`;

/** What Roomlight keeps in the keychain of a desktop. */
export function keychainEntries(desktop: DesktopSession): Promise<Entry[]> {
  return keytar(desktop, ['list']);
}

/** Takes an entry away behind the app's back. */
export async function forgetEntry(desktop: DesktopSession, account: string): Promise<void> {
  await keytar(desktop, ['forget', account]);
}

async function keytar(desktop: DesktopSession, words: string[]): Promise<Entry[]> {
  const args = ['--input-type=module', '-e', script, ...words];
  const printed = await run(process.execPath, args, { cwd: projectRoot, env: desktop.env, timeout: 10_000 });
  return JSON.parse(printed) as Entry[];
}
