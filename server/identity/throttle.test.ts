import { expect, it } from 'vitest';
import { refusalOf } from '#server/testing/refusal.ts';
import { testTenant } from '#server/testing/test-clinic.ts';
import { SignInThrottle } from './throttle.ts';

const attempt = (username: string, address: string) => ({ tenantId: testTenant, username, address });

it('an address that has had its attempts uses up nobody else’s', async () => {
  const throttle = new SignInThrottle({ userAtAddress: 2, user: 3, address: 4, windowSeconds: 60 });
  for (const address of ['a', 'b']) {
    for (const name of ['1', '2', '3', '4']) await throttle.attempt(attempt(name + address, address));
    for (let n = 0; n < 2; n += 1)
      expect(await refusalOf(throttle.attempt(attempt('front', address)))).toMatchObject({ kind: 'tooMany' });
  }
  for (let n = 0; n < 2; n += 1) await throttle.attempt(attempt('front', 'c'));
});
