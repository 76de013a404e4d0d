import type { Patient } from '#shared/people.ts';

const titled = /^(Dr|Prof)\.?\s/;

/** `Carla Nwosu`. */
export function patientName(patient: Pick<Patient, 'givenName' | 'familyName'>): string {
  return `${patient.givenName} ${patient.familyName}`;
}

/** How colleagues call someone: `Dr. Lindqvist` for Dr. Jonas Lindqvist, `Kelly Brandt` for Kelly Brandt, PA-C. */
export function shortName(displayName: string): string {
  const [name = displayName] = displayName.split(',');
  const title = titled.exec(name);
  if (!title) return name;
  return `${title[0].trim()} ${name.split(' ').at(-1)}`;
}

/** One or two letters for a disc: first and last name, titles and degrees left out. */
export function initials(displayName: string): string {
  const [name = displayName] = displayName.replace(titled, '').split(',');
  const words = name.split(' ').filter((word) => word !== '');
  const first = words[0]?.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return `${first}${last}`.toUpperCase();
}
