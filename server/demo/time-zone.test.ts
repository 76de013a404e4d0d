import { expect, it } from 'vitest';
import { demoTimeZone } from './time-zone.ts';

it.each([
  [{ ROOMLIGHT_DEMO_TIME_ZONE: 'Asia/Tokyo' }, 'Europe/Paris', 'Asia/Tokyo'],
  [{}, 'Europe/Paris', 'Europe/Paris'],
  [{}, 'UTC', 'America/Chicago'],
  [{}, 'Etc/UTC', 'America/Chicago'],
  [{}, '', 'America/Chicago'],
])('%o on a machine in %s lies in %s', (env, machine, zone) => {
  expect(demoTimeZone(env, machine)).toBe(zone);
});

it('refuses a zone there is not, in words', () => {
  expect(() => demoTimeZone({ ROOMLIGHT_DEMO_TIME_ZONE: 'Mars/Base' }, 'UTC')).toThrow(
    'ROOMLIGHT_DEMO_TIME_ZONE could not be understood: body must be a time zone name such as America/Chicago',
  );
});
