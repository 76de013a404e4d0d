// What Electron runs when it is given a folder: `electron . --switch value`. The official builds bring such a
// starter; the closed-network one does not. Packed into resources/default_app.asar.
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

// The app asks `process.defaultApp` to know that it runs from a folder.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
if (description.version) app.setVersion(description.version);
app.name = description.productName ?? description.name;
app.setDesktopName(description.desktopName ?? `${app.name}.desktop`);
app.setAppPath(folder);

// `-r file` is how Playwright gets in before the app.
if (preloads.length > 0) Module._preloadModules(preloads);
await import(pathToFileURL(path.resolve(folder, description.main ?? 'index.js')).href);

function readArguments(all) {
  const preloads = [];
  for (let at = 0; at < all.length; at++) {
    const argument = all[at];
    if (argument === '-r' || argument === '--require') preloads.push(all[++at]);
    else if (!argument.startsWith('-')) return { folder: path.resolve(argument), preloads };
  }
  process.stderr.write('Usage: electron <folder of an app>\n');
  return process.exit(1);
}
