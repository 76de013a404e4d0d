import { expect, it } from 'vitest';
import { BookAppointment } from '#shared/schedule.ts';
import type { Instant, LocalDate } from '#shared/time.ts';
import { chicago, monday, okafor, visitAt } from '../visit.fixture.ts';
import { type BookingDraft, bookingBody, draftProblems, draftStart } from './draft.ts';

const { patient } = visitAt('ada', 540, 570);
const draft: BookingDraft = {
  patient,
  newPatient: null,
  providerId: okafor,
  date: monday,
  time: '9:30',
  slot: null,
  length: 30,
  reason: ' Rash ',
  note: '',
};
const problems = (part: Partial<BookingDraft>) => draftProblems({ ...draft, ...part }, chicago, monday);

it('becomes the command it says, in the clinic time zone', () => {
  expect(problems({})).toEqual({});
  const body = bookingBody(draft, chicago, patient.id, null);
  expect(body).toMatchObject({
    scheduledStart: '2026-11-23T15:30:00.000Z',
    scheduledEnd: '2026-11-23T16:00:00.000Z',
  });
  expect(body?.reason).toBe('Rash');
  expect(BookAppointment.shape.reason.safeParse(body?.reason).success).toBe(true);
});

it('names what is missing or cannot be', () => {
  expect(problems({ patient: null, providerId: null, time: 'soon', length: 3 })).toEqual({
    patient: 'choosePatient',
    providerId: 'chooseProvider',
    time: 'noTime',
    length: 'badLength',
  });
  const newPatient = { givenName: ' ', familyName: 'Lovelace', birthDate: '2031-01-01', phone: '' };
  expect(problems({ patient: null, newPatient })).toEqual({ givenName: 'missing', birthDate: 'bornLater' });
  const born = (birthDate: string) =>
    problems({ patient: null, newPatient: { ...newPatient, birthDate } }).birthDate;
  expect(born('')).toBe('noBirthDate');
  expect(born('0413')).toBe('noDate');
  expect(born('12/31/1899')).toBe('bornTooEarly');
  expect(born('04121961')).toBeUndefined();
  expect(problems({ time: ' ' })).toEqual({ time: 'emptyTime' });
  expect(bookingBody({ ...draft, time: '' }, chicago, patient.id, null)).toBeNull();
});

it('keeps the second 1:00 of the autumn change when that was the slot clicked', () => {
  const date = '2026-11-01' as LocalDate;
  const second = '2026-11-01T07:00:00.000Z' as Instant;
  expect(draftStart({ date, time: '1:00', slot: second }, chicago)).toBe(second);
  expect(draftStart({ date, time: '1:00', slot: null }, chicago)).toBe('2026-11-01T06:00:00.000Z');
  expect(draftStart({ date, time: '2:00', slot: second }, chicago)).toBe('2026-11-01T08:00:00.000Z');
});
