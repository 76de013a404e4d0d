import { expect as see } from 'playwright/test';
import { describe, expect } from 'vitest';
import { addDays, dayBounds, type LocalDate, type TimeZone, toMilliseconds } from '#shared/time.ts';
import { Api } from './kit/api.ts';
import { book, newPatient, todayOf } from './kit/arrange.ts';
import { atWork } from './kit/at-work.ts';
import { test as base } from './kit/test.ts';

const hour = 3_600_000;
const zone = 'America/Chicago';

const test = base
  .override('clinic', ({ world }) => world.server({ ROOMLIGHT_DEMO_TIME_ZONE: zone }))
  .extend('api', { scope: 'file' }, ({ clinic }) => Api.signIn(clinic.url, 'front'))
  // On the other side of the world, where it is already tomorrow for most of the clinic's day.
  .extend('desk', { scope: 'file' }, ({ world, clinic }) =>
    atWork(world, clinic, 'front', { env: { TZ: 'Asia/Tokyo' } }),
  );

/** The next day of so many hours. */
function nextDayOf(hours: number, from: LocalDate, timeZone: TimeZone): LocalDate {
  const { start, end } = dayBounds(from, timeZone);
  const length = (toMilliseconds(end) - toMilliseconds(start)) / hour;
  return length === hours ? from : nextDayOf(hours, addDays(from, 1), timeZone);
}

test('today is the clinic’s, whatever day the PC has', async ({ api, desk }) => {
  const words = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  await see(desk.day.title).toContainText(words.format(new Date(todayOf(api))));
  expect(await desk.pc.page.evaluate('new Date(0).getTimezoneOffset()')).toBe(-540);
});

describe.each([
  ['spring, with 23 hours', 23],
  ['autumn, with 25 hours', 25],
])('on the day the clocks change in %s', (_season, hours) => {
  test('a visit stands where its time is, and says it', async ({ api, desk }) => {
    const { timeZone } = api.clinic;
    const date = nextDayOf(hours, todayOf(api), timeZone);
    const [provider] = (await api.snapshot()).providers;
    const patient = await newPatient(api, 'Ambrose', `Clockmaker ${hours}`);
    const visits = [];
    for (const at of ['8:30', '15:00'])
      visits.push(await book(api, { patient, providerId: provider?.id ?? '', day: date, at }));
    await desk.day.goTo(date);
    const [early, late] = visits.map(({ id }) => desk.day.visit(id));
    if (!early || !late) throw new Error('Two were booked.');
    await see(early).toContainText('8:30–9:00');
    await see(late).toContainText('15:00–15:30');
    const apart = await desk.day.minutesBetween(early, late);
    expect(apart).toBeCloseTo(6.5 * 60, -1);
    expect(await desk.day.minutesBetween(desk.day.hour('8:00'), desk.day.hour('15:00'))).toBeCloseTo(
      7 * 60,
      -1,
    );
  });
});
