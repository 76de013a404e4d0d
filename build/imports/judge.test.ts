import { expect, test } from 'vitest';
import { circleIn } from './circles.ts';
import { judge } from './judge.ts';
import { specifiersIn } from './specifiers.ts';
import { table } from './table.ts';

const refused: [path: string, specifier: string][] = [
  ['shared/time.ts', '#server/store/log.ts'],
  ['shared/time.ts', 'node:fs'],
  ['shared/time.ts', 'uuid'],
  ['server/http/app.ts', '#server/store/log.ts'],
  ['server/http/app.ts', '../fanout/feed.ts'],
  ['server/socket/io.ts', '#server/commands/book.ts'],
  ['server/socket/io.ts', '#server/store/log.ts'],
  ['server/identity/tokens.ts', '#server/commands/book.ts'],
  ['server/commands/book.ts', '#server/identity/tokens.ts'],
  ['server/commands/book.ts', '#server/http/app.ts'],
  ['server/queries/day.ts', '#server/commands/book.ts'],
  ['server/domain/conflicts.ts', '#server/store/log.ts'],
  ['server/domain/conflicts.ts', 'node:fs'],
  ['server/domain/conflicts.ts', 'kysely'],
  ['server/store/log.ts', '#server/domain/conflicts.ts'],
  ['server/fanout/feed.ts', '#server/socket/io.ts'],
  ['server/demo/seed.ts', '#server/commands/book.ts'],
  ['server/maintenance/backup.ts', '#server/commands/book.ts'],
  ['server/main.ts', './testing/clock.ts'],
  ['server/lifecycle/config.ts', '#desktop/main/sync/client.ts'],
  ['server/testing/clock.ts', '#desktop/main/sync/client.ts'],
  ['server/main.ts', '#desktop/main/sync/client.ts'],
  ['server/http/app.ts', 'electron'],
  ['server/http/app.ts', 'react'],
  ['server/http/app.ts', 'vitest'],
  ['server/elsewhere/new.ts', 'zod'],
  ['server/http/app.test.ts', '#desktop/main/sync/client.ts'],
  ['server/http/app.ts', './help.test.ts'],
  ['desktop/bridge/map.ts', '#desktop/main/cache/cache.ts'],
  ['desktop/bridge/map.ts', 'node:path'],
  ['desktop/preload/index.ts', '#shared/ids.ts'],
  ['desktop/preload/index.ts', 'node:fs'],
  ['desktop/preload/index.ts', 'zod'],
  ['desktop/main/index.ts', '#server/store/log.ts'],
  ['desktop/main/sync/client.ts', 'electron'],
  ['desktop/main/sync/client.ts', '../ipc/handlers.ts'],
  ['desktop/main/cache/cache.ts', 'electron'],
  ['desktop/main/cache/cache.ts', '../sync/client.ts'],
  ['desktop/main/ipc/handlers.ts', '../os/windows.ts'],
  ['desktop/main/ipc/handlers.ts', 'electron'],
  ['desktop/main/session/session.ts', '../os/windows.ts'],
  ['desktop/main/session/session.ts', 'electron'],
  ['desktop/main/os/windows.ts', '../sync/client.ts'],
  ['desktop/terminal/index.ts', '#desktop/main/os/windows.ts'],
  ['desktop/terminal/index.ts', 'electron'],
  ['desktop/renderer/store/day.ts', '../features/day/Day.tsx'],
  ['desktop/renderer/store/day.ts', '#desktop/main/cache/cache.ts'],
  ['desktop/renderer/features/day/Day.tsx', '../search/Search.tsx'],
  ['desktop/renderer/features/day/Day.tsx', '#desktop/bridge/map.ts'],
  ['desktop/renderer/features/day/Day.tsx', 'socket.io-client'],
  ['desktop/renderer/features/day/Day.tsx', 'node:fs'],
  ['desktop/renderer/features/day/Day.tsx', 'electron'],
  ['desktop/renderer/ui/Button.tsx', '#shared/ids.ts'],
  ['desktop/renderer/theme/theme.ts', '../ui/Button.tsx'],
  ['desktop/renderer/main.tsx', '#desktop/main/cache/cache.ts'],
  ['desktop/main/log.ts', './sync/client.ts'],
  ['desktop/main/cache/cache.ts', '../log.ts'],
  ['desktop/renderer/ui/Button.tsx', '../store/day.ts'],
  ['build/start.ts', '#server/main.ts'],
  ['build/start.ts', '../desktop/terminal/index.ts'],
];

const allowed: [path: string, specifier: string][] = [
  ['shared/time.ts', 'temporal-polyfill'],
  ['shared/version.test.ts', 'node:crypto'],
  ['server/main.ts', './socket/io.ts'],
  ['server/http/app.ts', '../commands/book.ts'],
  ['server/commands/book.test.ts', '#server/http/app.ts'],
  ['server/commands/book.test.ts', 'fast-check'],
  ['server/http/app.test.ts', '../testing/clock.ts'],
  ['desktop/main/ipc/handlers.ts', '../log.ts'],
  ['desktop/preload/index.ts', 'electron'],
  ['desktop/main/index.ts', './os/windows.ts'],
  ['desktop/main/index.ts', 'node:path'],
  ['desktop/main/sync/client.ts', '../cache/cache.ts'],
  ['desktop/renderer/features/day/Day.tsx', './grid/Grid.tsx'],
  ['desktop/renderer/features/day/Day.tsx', '@mantine/core'],
  ['desktop/renderer/features/day/Day.tsx', '../../ui/Button.tsx'],
  ['bench/fanout.ts', '#server/main.ts'],
  ['e2e/day.test.ts', '#desktop/bridge/map.ts'],
  ['electron.vite.config.ts', 'vite'],
];

test.each(refused)('%s must not import %s', (path, specifier) => {
  expect(judge(path, specifier)).toBeTypeOf('string');
});

test.each(allowed)('%s may import %s', (path, specifier) => {
  expect(judge(path, specifier)).toBeUndefined();
});

test('every row that limits something is proved above', () => {
  const proved = table.filter(({ folder }) => refused.some(([path]) => path.startsWith(folder)));
  const free = ['build/electron/default-app.mjs', 'bench/', 'e2e/'];
  expect(table.map(({ folder }) => folder).filter((folder) => !free.includes(folder))).toEqual(
    proved.map(({ folder }) => folder),
  );
});

test('no way to name a file is overlooked', () => {
  const source = `
    import type { A } from './a.ts'; import b from '#shared/b.ts'; import './c.css';
    export * from './d.ts'; export type { E } from './e.ts';
    type F = import('./f.ts').F; const g = () => import('./g.ts');`;
  const found = specifiersIn('x.ts', source).sort((a, b) => a.name.localeCompare(b.name));
  expect(found).toEqual([
    { name: './a.ts', onlyTypes: true },
    { name: './c.css', onlyTypes: false },
    { name: './d.ts', onlyTypes: false },
    { name: './e.ts', onlyTypes: true },
    { name: './f.ts', onlyTypes: true },
    { name: './g.ts', onlyTypes: false },
    { name: '#shared/b.ts', onlyTypes: false },
  ]);
});

test('a circle is named in full', () => {
  const imports = new Map([
    ['a', ['b', 'x']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circleIn(imports)).toEqual(['b', 'c', 'b']);
});
