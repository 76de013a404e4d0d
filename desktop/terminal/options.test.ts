import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('reads who, where and how, with what the demo needs by itself', () => {
  expect(readOptions([], { ROOMLIGHT_PASSWORD: 'from env' })).toEqual({
    server: 'http://localhost:4000',
    user: 'front',
    password: 'from env',
    once: false,
  });
  const all = ['--server', 'clinic.example', '--user', 'admin', '--password', 'given', '--once'];
  expect(readOptions(all, { ROOMLIGHT_PASSWORD: 'from env' })).toEqual({
    server: 'clinic.example',
    user: 'admin',
    password: 'given',
    once: true,
  });
  expect(readOptions([], {})).toMatchObject({ password: null });
  expect(readOptions(['--help'], {})).toBe('help');
});

it('says what it does not know', () => {
  expect(readOptions(['--sever', 'x'], {})).toEqual({
    wrong: `Unknown option '--sever'. "--help" tells what there is.`,
  });
  expect(readOptions(['stray'], {})).toMatchObject({ wrong: expect.stringMatching(/stray.*--help/) });
  expect(readOptions(['--user'], {})).toMatchObject({ wrong: expect.stringMatching(/--user.*--help/) });
});
