import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

it('keeps passwords as argon2id and knows the right one', async () => {
  const hash = await hashPassword('skin-check 42');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, 'skin-check 42')).toBe(true);
  expect(await verifyPassword(hash, 'skin-check 43')).toBe(false);
});

it('says no for a user there is not', async () => {
  expect(await verifyPassword(undefined, 'anything')).toBe(false);
});
