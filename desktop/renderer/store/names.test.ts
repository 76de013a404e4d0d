import { expect, it } from 'vitest';
import { initials, shortName } from './names.ts';

it.each([
  ['Dr. Jonas Lindqvist', 'Dr. Lindqvist', 'JL'],
  ['Kelly Brandt, PA-C', 'Kelly Brandt', 'KB'],
  ['Tess Moreau', 'Tess Moreau', 'TM'],
  ['Prof. Ana de la Cruz', 'Prof. Cruz', 'AC'],
  ['Ming', 'Ming', 'M'],
])('%s is called %s and marked %s', (full, short, letters) => {
  expect(shortName(full)).toBe(short);
  expect(initials(full)).toBe(letters);
});
