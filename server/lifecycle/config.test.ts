import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('needs no settings at all', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    dataFolder: './data',
    jwtSecret: undefined,
    corsOrigins: [],
    tls: null,
    logLevel: 'info',
    keepLogDays: 14,
    keepLogEvents: 100_000,
    ratePerUser: 50,
    rateSnapshotsPerUser: 10,
    ratePerAddress: 200,
    trustedProxies: 0,
    demo: true,
    demoTimeZone: undefined,
  });
});

it('takes every setting from its variable', () => {
  const config = readConfig({
    PORT: '8443',
    HOST: '10.0.0.5',
    ROOMLIGHT_DATA: '/srv/roomlight',
    JWT_SECRET: 's'.repeat(32),
    FRONTEND_URL: 'https://a.example/, http://b.example:3000',
    TLS_CERT: 'cert.pem',
    TLS_KEY: 'key.pem',
    LOG_LEVEL: 'warn',
    ROOMLIGHT_LOG_KEEP_DAYS: '30',
    ROOMLIGHT_LOG_KEEP_EVENTS: '0',
    ROOMLIGHT_RATE_PER_USER: '9',
    ROOMLIGHT_RATE_SNAPSHOTS_PER_USER: '8',
    ROOMLIGHT_RATE_PER_ADDRESS: '99',
    ROOMLIGHT_TRUSTED_PROXIES: '1',
    ROOMLIGHT_DEMO: 'off',
    ROOMLIGHT_DEMO_TIME_ZONE: 'Europe/Lisbon',
  });
  expect(config).toEqual({
    port: 8443,
    host: '10.0.0.5',
    dataFolder: '/srv/roomlight',
    jwtSecret: 's'.repeat(32),
    corsOrigins: ['https://a.example', 'http://b.example:3000'],
    tls: { certFile: 'cert.pem', keyFile: 'key.pem' },
    logLevel: 'warn',
    keepLogDays: 30,
    keepLogEvents: 0,
    ratePerUser: 9,
    rateSnapshotsPerUser: 8,
    ratePerAddress: 99,
    trustedProxies: 1,
    demo: false,
    demoTimeZone: 'Europe/Lisbon',
  });
});

it('listens to the whole network by itself only when it is encrypted', () => {
  expect(readConfig({ TLS_CERT: 'c', TLS_KEY: 'k' }).host).toBe('0.0.0.0');
  expect(readConfig({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ PORT: '', HOST: ' ', ROOMLIGHT_LOG_KEEP_DAYS: '' })).toEqual(readConfig({}));
});

it.each([
  ['PORT', 'abc', /PORT must be a whole number from 0 to 65535/],
  ['PORT', '70000', /PORT must be a whole number from 0 to 65535/],
  ['PORT', '1.5', /PORT must be a whole number/],
  ['JWT_SECRET', 'short', /JWT_SECRET must have at least 32 characters; leave it out/],
  ['FRONTEND_URL', 'clinic.example', /FRONTEND_URL must be a web address such as https/],
  ['FRONTEND_URL', 'https://a.example,file:///etc', /FRONTEND_URL must be a web address/],
  ['TLS_CERT', 'cert.pem', /TLS_KEY must be given too/],
  ['TLS_KEY', 'key.pem', /TLS_CERT must be given too/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of fatal, error/],
  ['ROOMLIGHT_LOG_KEEP_DAYS', '-1', /ROOMLIGHT_LOG_KEEP_DAYS must be a whole number from 0 to 3650/],
  ['ROOMLIGHT_DEMO_TIME_ZONE', 'Springfield', /ROOMLIGHT_DEMO_TIME_ZONE must be a time zone name/],
  ['ROOMLIGHT_DEMO', 'yes', /ROOMLIGHT_DEMO must be on or off/],
])('%s=%s is refused with what it must be', (name, value, words) => {
  expect(() => readConfig({ [name]: value })).toThrow(words);
});

it('names every wrong variable at once and never repeats a secret', () => {
  const read = () => readConfig({ PORT: 'x', JWT_SECRET: 'hunter2', LOG_LEVEL: 'y' });
  expect(read).toThrow(/PORT.+\n.+JWT_SECRET.+\n.+LOG_LEVEL/);
  expect(read).not.toThrow(/hunter2/);
});
