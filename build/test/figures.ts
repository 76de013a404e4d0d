/** One thing a test measured: `{name: 'Start to painted day', value: '812 ms'}`. */
export type Figure = { name: string; value: string };

/** The lines of a small table; none when nothing was measured. */
export function figureTable(figures: readonly Figure[]): string[] {
  if (figures.length === 0) return [];
  const width = Math.max(...figures.map(({ name }) => name.length));
  const right = Math.max(...figures.map(({ value }) => value.length));
  return [
    '',
    'measured',
    ...figures.map(({ name, value }) => `  ${name.padEnd(width)}  ${value.padStart(right)}`),
    '',
  ];
}
