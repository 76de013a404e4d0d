import { expect, it } from 'vitest';
import { fold, searchText } from './search-text.ts';

it.each([
  ['Łukasz O’Neill-Sørensen', 'lukasz oneill sorensen'],
  ["  D'Angelo  ", 'dangelo'],
  ['Nguyễn Thị Ánh', 'nguyen thi anh'],
  ['Weiß', 'weiss'],
  ['Мария', 'мария'],
  ['%_\\', ''],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('puts a space before each word, so that a search can ask for beginnings', () => {
  const patient = { givenName: 'Zoë', familyName: 'Ångström-O’Neill', phone: '(512) 555-0147' };
  expect(searchText(patient)).toBe(' zoe angstrom oneill 5125550147');
});
