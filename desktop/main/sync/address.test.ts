import { expect, it } from 'vitest';
import { RoomlightError } from '#shared/errors.ts';
import { parseAddress } from './address.ts';

it.each([
  ['clinic.example', 'https://clinic.example:4000', null],
  ['Clinic.Example/', 'https://clinic.example:4000', null],
  ['clinic.example:443', 'https://clinic.example', null],
  ['localhost', 'http://localhost:4000', null],
  ['localhost:4100', 'http://localhost:4100', null],
  ['localhost:80', 'http://localhost', null],
  ['127.0.0.1', 'http://127.0.0.1:4000', null],
  ['10.0.0.5:4000', 'http://10.0.0.5:4000', null],
  ['172.31.9.9', 'http://172.31.9.9:4000', null],
  ['172.32.9.9', 'https://172.32.9.9:4000', null],
  ['8.8.8.8', 'https://8.8.8.8:4000', null],
  ['[::1]:4000', 'http://[::1]:4000', null],
  ['[2001:db8::1]', 'https://[2001:db8::1]:4000', null],
  ['reception-server', 'http://reception-server:4000', null],
  ['server.clinic.local/tenant-demo', 'http://server.clinic.local:4000', 'tenant-demo'],
  ['host:4000/tenant-demo', 'http://host:4000', 'tenant-demo'],
  ['https://host/tenant', 'https://host', 'tenant'],
  ['https://clinic.example', 'https://clinic.example', null],
  ['http://clinic.example:8080/Tenant-A/', 'http://clinic.example:8080', 'tenant-a'],
  ['  http://127.0.0.1:4000  ', 'http://127.0.0.1:4000', null],
])('reads %s', (typed, base, tenantId) => {
  expect(parseAddress(typed)).toEqual({ base, tenantId });
});

it.each([
  '',
  '   ',
  'ftp://clinic.example',
  'javascript://x',
  'two words',
  'clinic.example:99999',
  'http://',
  'user:secret@clinic.example',
  'clinic.example/a/b',
  'clinic.example/über',
  'clinic.example?x=1',
  'clinic.example#x',
  'a\\b',
  'http://[::1',
])('says what is wrong with "%s"', (typed) => {
  let thrown: unknown;
  try {
    parseAddress(typed);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(RoomlightError);
  expect(thrown).toMatchObject({
    body: { kind: 'invalid', message: expect.stringMatching(/^The clinic address must .+\. Correct it/) },
  });
});
