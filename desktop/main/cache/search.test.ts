import { expect, it } from 'vitest';
import { filledCache } from './cache-fixture.ts';
import { appointment, morning, patient, patientEvent, providers } from './clinic-fixture.ts';

const day = 24 * 60;
const carla = patient(1, { givenName: 'Carla', familyName: 'Nwosu-O’Brien', phone: '(312) 555-0143' });
const soren = patient(2, { givenName: 'Søren', familyName: 'Lindström', birthDate: patient(2).birthDate });
const cache = filledCache({
  patients: [carla, soren],
  appointments: [
    appointment(1, -2 * day, { reason: 'Biopsy' }),
    appointment(2, -day, { reason: 'Biopsy' }),
    appointment(3, 2 * day, { reason: 'Biopsy' }),
    appointment(4, -120, { reason: 'Biopsy' }),
    appointment(5, 0, {
      patientId: soren.id,
      providerId: providers[1],
      reason: 'Acne',
    }),
  ],
});
const patients = (text: string) => cache.search(text, morning).patients.map((one) => one.givenName);
const visits = (text: string) => cache.search(text, morning).visits.map((one) => one.appointment.id.at(-1));

it.each([
  ['car', ['Carla']],
  ['nwosu c', ['Carla']],
  ['obrien', ['Carla']],
  ["O'Brien", ['Carla']],
  ['3125550143', ['Carla']],
  ['555-0143', ['Carla']],
  ['(312) 5550143', ['Carla']],
  ['rl-00002', ['Søren']],
  ['soren lindstrom', ['Søren']],
  ['LINDSTRÖM', ['Søren']],
  ['1980-05-09', ['Søren', 'Carla']],
  ['5/9/1980', ['Søren', 'Carla']],
  ['05091980', ['Søren', 'Carla']],
  ['xyz', []],
  ['', []],
  ['"*', []],
  ['car" OR "x', []],
])('finds patients by %s', (text, expected) => {
  expect(patients(text)).toEqual(expected);
});

it('finds visits by patient, reason and provider, today and later first', () => {
  expect(visits('biopsy')).toEqual(['4', '3', '2', '1']);
  expect(visits('carla biop')).toEqual(['4', '3', '2', '1']);
  expect(visits('okafor')).toEqual(['5']);
  expect(visits('acne lind')).toEqual(['5']);
  expect(visits('iopsy')).toEqual([]);
});

it('follows a patient that changes', () => {
  const other = filledCache({ patients: [carla] });
  other.applyEvents([patientEvent(1, { ...carla, version: 2, familyName: 'Adeyemi' })]);
  expect(other.search('adey', morning).patients).toHaveLength(1);
  expect(other.search('nwosu', morning).patients).toHaveLength(0);
});

it('gives one patient with the visits kept, latest first', () => {
  expect(cache.patient(carla.id)?.visits.map((one) => one.appointment.id.at(-1))).toEqual([
    '3',
    '4',
    '2',
    '1',
  ]);
  expect(cache.patient(patient(7).id)).toBeNull();
});
