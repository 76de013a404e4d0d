import type { Patient } from '#shared/people.ts';

// Letters that Unicode does not take apart into a plain one and an accent.
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

/** Small plain letters and digits, in words: `Łukasz O’Neill-Sørensen` → `lukasz oneill sorensen`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .replace(/[^a-z0-9]/gu, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}

/** What the patient search looks through: each word of the names behind a space, then the digits of the phone. */
export function searchText(patient: Pick<Patient, 'givenName' | 'familyName' | 'phone'>): string {
  return ` ${fold(`${patient.givenName} ${patient.familyName}`)} ${digitsOf(patient.phone)}`;
}
