// Letters that Unicode does not take apart into a plain one and an accent, as people type them without the right keyboard.
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Small letters without accents, the same on both sides of a search: `Łukasz Sørensen` → `lukasz sorensen`. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, (letter) => plain[letter] ?? letter);
}
