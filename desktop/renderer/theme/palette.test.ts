import { expect, it } from 'vitest';
import { dark, light } from './palette.ts';

type Colours = Readonly<Record<keyof typeof light, string>>;
type Name = keyof Colours;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, one: Name, other: Name): number {
  const [a = 0, b = 0] = [one, other].map((name) => luminance(colours[name]));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const statuses = [
  'booked',
  'confirmed',
  'checkedIn',
  'roomed',
  'withProvider',
  'checkedOut',
  'cancelled',
  'noShow',
] as const;
const grounds = ['ground', 'ground-sunken', 'ground-raised'] as const;

/** Text and what it may stand on. */
const pairs: [ink: Name, ground: Name][] = [
  ...grounds.flatMap((ground): [Name, Name][] =>
    (['text', 'text-soft', 'accent-ink', 'good-ink', 'warn-ink', 'bad-ink'] as const).map((ink) => [
      ink,
      ground,
    ]),
  ),
  ...statuses.flatMap((status): [Name, Name][] => [
    [`${status}-ink`, `${status}-fill`],
    [`${status}-ink`, 'ground'],
    ['text', `${status}-fill`],
    ['text-soft', `${status}-fill`],
  ]),
  ['accent-ink', 'accent-fill'],
  ['text', 'accent-fill'],
  ['warn-ink', 'warn-fill'],
  ['bad-ink', 'bad-fill'],
  ['text-soft', 'bad-fill'],
  ['toast-ink', 'toast'],
  ['on-filled', 'accent'],
  ['on-filled', 'bad'],
];

const themes: [string, Colours][] = [
  ['light', light],
  ['dark', dark],
];

it.each(themes)('text is AA on its ground in the %s theme', (_, colours) => {
  const weak = pairs
    .map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: contrast(colours, ink, ground) }))
    .filter(({ ratio }) => !(ratio >= 4.5));
  expect(weak).toEqual([]);
});

it.each(themes)('what tells a state by shape is 3:1 in the %s theme', (_, colours) => {
  const shapes = ['focus', 'now', 'good', 'warn', 'bad', 'quiet'] as const;
  const weak = shapes
    .map((shape) => ({ shape, ratio: contrast(colours, shape, 'ground') }))
    .filter(({ ratio }) => !(ratio >= 3));
  expect(weak).toEqual([]);
});
