import { run } from './run.ts';

// Debian names a package after its library and the number at its end; these are named otherwise, or shared.
const otherwise: [RegExp, string][] = [
  [/^lib(gtk|gdk)-3/, 'libgtk-3-0'],
  [/^lib(nss3|nssutil3|smime3|ssl3)\./, 'libnss3'],
  [/^lib(nspr4|plc4|plds4)\./, 'libnspr4'],
  [/^lib(gio|glib|gobject|gmodule)-2\.0/, 'libglib2.0-0'],
  [/^libpango/, 'libpango-1.0-0'],
  [/^libcairo/, 'libcairo2'],
  [/^libatk-bridge/, 'libatk-bridge2.0-0'],
  [/^libatk-1/, 'libatk1.0-0'],
  [/^libatspi/, 'libatspi2.0-0'],
];

/** A sentence naming what to install, when the program could not start for want of a system library. */
export async function missingLibraries(executable: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const listing = await run('ldd', [executable], { timeout: 10_000 }).catch(() => '');
  const missing = namesIn(listing);
  if (missing.length === 0) return undefined;
  const toInstall = [...new Set(missing.map(debianPackageOf))];
  return (
    `Electron cannot start: this machine lacks ${missing.join(', ')}. ` +
    `On Debian or Ubuntu run "apt-get install ${toInstall.join(' ')}", then start again.`
  );
}

function namesIn(listing: string): string[] {
  const found = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(found)];
}

export function debianPackageOf(library: string): string {
  const known = otherwise.find(([pattern]) => pattern.test(library));
  if (known) return known[1];
  const [, name = library, number = ''] = /^(.+)\.so\.?(\d*)/.exec(library) ?? [];
  const dash = /\d$/.test(name) && number ? '-' : '';
  return `${name}${dash}${number}`.toLowerCase();
}
