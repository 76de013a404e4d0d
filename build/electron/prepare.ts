// `npm run electron:prepare`: fetches and builds all that starting the workstation needs, and says what it has.
import { findElectron } from './runtime.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const runtime = await findElectron(say);
  say(`Electron ${runtime.version} (${runtime.source}) in ${runtime.distPath}`);
  if (runtime.sqliteBinding) say(`SQLite for it in ${runtime.sqliteBinding}`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
