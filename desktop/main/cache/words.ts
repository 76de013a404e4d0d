import type { Patient } from '#shared/people.ts';
import { plainLetters } from '#shared/plain-letters.ts';

const isAscii = /^[ -~]*$/;

/** The words of a text as they are searched: small letters without accents. */
export function wordsOf(text: string): string[] {
  // Most names are plain, and a clinic's whole index is folded at sign-in.
  if (isAscii.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * All a patient may be found by, one blank between words: names (also without what divides them), record
 * number, phone (also in one piece, with and without the leading groups), birth date in the usual orders.
 */
export function patientWords(patient: Patient): string {
  const names = [patient.givenName, patient.familyName];
  const joined = names.flatMap((name) => [name, ...name.split(/[\s-]+/)]).map((one) => wordsOf(one).join(''));
  const [year = '', month = '', day = ''] = patient.birthDate.split('-');
  const dates = [year, month, day, String(+month), String(+day), year + month + day, month + day + year];
  const all = [...names.flatMap(wordsOf), ...joined, ...wordsOf(patient.mrn), ...phoneWords(patient.phone)];
  return [...new Set([...all, ...dates])].join(' ');
}

function phoneWords(phone: string): string[] {
  const groups = phone.match(/\d+/g) ?? [];
  return [...groups, ...groups.map((_, first) => groups.slice(first).join(''))];
}

/** Family name first, folded: the order of a list of patients. */
export function patientSort(patient: Patient): string {
  return [...wordsOf(patient.familyName), ',', ...wordsOf(patient.givenName)].join(' ');
}
