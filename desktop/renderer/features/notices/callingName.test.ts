import { expect, it } from 'vitest';
import type { Member } from '#shared/people.ts';
import { callingName } from './callingName.ts';

const member = (displayName: string) => ({ displayName }) as Member;

it('speaks of colleagues as the clinic does', () => {
  const members = [member('Tess Moreau'), member('Dr. Jonas Lindqvist')];
  expect(callingName('Tess Moreau', members)).toBe('Tess');
  expect(callingName('Dr. Jonas Lindqvist', members)).toBe('Dr. Lindqvist');
});

it('tells namesakes apart', () => {
  expect(callingName('Tess Moreau', [member('Tess Moreau'), member('Tess Abara')])).toBe('Tess Moreau');
});
