// Part of `npm run check`: holds every file to the import table and finds circles.
import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { circleIn } from './circles.ts';
import { judge, localTarget } from './judge.ts';
import { specifiersIn } from './specifiers.ts';

const root = resolve(process.argv[2] ?? '.');
const files = globSync('{shared,server,desktop,build,bench,e2e}/**/*.{ts,tsx,mts,cts,js,mjs,cjs}', {
  cwd: root,
})
  .map((path) => path.split(sep).join('/'))
  .sort();

const complaints: string[] = [];
const imports = new Map<string, string[]>();
for (const path of files) {
  const specifiers = specifiersIn(path, readFileSync(resolve(root, path), 'utf8'));
  // Types are gone when the code runs: they may go in a circle, but couple a folder as values do.
  const values = specifiers.filter(({ onlyTypes }) => !onlyTypes);
  const targets = values.map(({ name }) => localTarget(path, name));
  imports.set(
    path,
    targets.filter((target) => target !== undefined),
  );
  for (const name of new Set(specifiers.map(({ name }) => name))) {
    const why = judge(path, name);
    if (why) complaints.push(`${path} imports ${name}: it ${why}.`);
  }
}
const circle = circleIn(imports);
if (circle) complaints.push(`These import each other in a circle: ${circle.join(' → ')}.`);

for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.stdout.write(`Imports: ${files.length} files, ${complaints.length} against the table.\n`);
process.exitCode = complaints.length > 0 ? 1 : 0;
