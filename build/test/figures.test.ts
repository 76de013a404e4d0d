import { expect, test } from 'vitest';
import { figureTable } from './figures.ts';

test('names stand left, values right', () => {
  const figures = [
    { name: 'start', value: '812 ms' },
    { name: 'memory, main', value: '92 MB' },
  ];
  expect(figureTable(figures)).toEqual([
    '',
    'measured',
    '  start         812 ms',
    '  memory, main   92 MB',
    '',
  ]);
});

test('without figures there is no table', () => {
  expect(figureTable([])).toEqual([]);
});
