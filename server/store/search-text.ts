import type { Patient } from '#shared/people.ts';
import { plainLetters } from '#shared/plain-letters.ts';

/** Small plain letters and digits, in words: `Łukasz O’Neill-Sørensen` → `lukasz oneill sorensen`. */
export function fold(text: string): string {
  return plainLetters(text)
    .replace(/['’ʼ`]/gu, '')
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
