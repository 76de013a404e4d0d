import { expect as see } from 'playwright/test';
import { describe, expect } from 'vitest';
import { Api } from './kit/api.ts';
import { atWork, dayOf } from './kit/at-work.ts';
import { keychainEntries } from './kit/keychain.ts';
import { startOutsider } from './kit/outsider.ts';
import { revokeSession } from './kit/revoke-session.ts';
import { test as base } from './kit/test.ts';
import { until } from './kit/wait.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const test = base
  .extend('pc', { scope: 'file' }, ({ world }) => world.workstation({ name: 'door' }))
  .extend('door', ({ pc }) => new SignInPage(pc.page));

describe('at the door, whatever is wrong is said in words', () => {
  test('nothing filled in', async ({ door, pc }) => {
    await door.address.fill('');
    await door.submit.click();
    await see(pc.page.getByText('Enter the clinic address')).toBeVisible();
    await see(pc.page.getByText('Enter your user name')).toBeVisible();
    await see(pc.page.getByText('Enter your password')).toBeVisible();
  });

  test('the clinic found at the address is named before the password is typed', async ({
    clinic,
    door,
    pc,
  }) => {
    const { clinic: its } = await Api.signIn(clinic.url, 'front');
    await door.address.fill(clinic.url);
    await see(pc.page.getByText(its.name)).toBeVisible();
  });

  test('a wrong password', async ({ clinic, door }) => {
    await door.signIn(clinic.url, 'front', 'not-the-password');
    await see(door.reason).toContainText('The user name or password is not right. Check both and try again.');
    await see(door.password).toHaveValue('');
    await see(door.password).toBeFocused();
  });

  test('a clinic that is not at this address', async ({ clinic, door }) => {
    await door.signIn(`${clinic.url}/tenant-other`, 'front');
    await see(door.reason).toContainText(
      'There is no clinic of that name at this address. Check the clinic address.',
    );
  });

  test('an address where nobody answers', async ({ door }) => {
    await door.signIn('127.0.0.1:1', 'front');
    await see(door.reason).toContainText(
      'No answer from the clinic server. Check the address and the network cable or Wi-Fi.',
    );
  });

  test('an address where somebody else answers', async ({ door }) => {
    const outsider = await startOutsider();
    try {
      await door.signIn(outsider.url, 'front');
      await see(door.reason).toContainText(
        'Something answers at this address, but it is not Roomlight. Check the clinic address.',
      );
      expect(outsider.visits().filter((visit) => visit.startsWith('POST'))).toEqual([]);
    } finally {
      await outsider.stop();
    }
  });

  test('what is no address', async ({ door }) => {
    await door.signIn('ftp://clinic', 'front');
    await see(door.reason).toContainText(/http:\/\/ or https:\/\//);
  });

  test('too many wrong passwords', async ({ clinic, door }) => {
    const body = JSON.stringify({
      tenantId: 'tenant-demo',
      username: 'assistant',
      password: 'not-the-password',
    });
    const headers = { 'Content-Type': 'application/json' };
    await until('the server to have had enough', async () => {
      const { status } = await fetch(`${clinic.url}/api/auth/login`, { method: 'POST', headers, body });
      return status === 429;
    });
    await door.signIn(clinic.url, 'assistant', 'not-the-password');
    await see(door.reason).toContainText(/Too many tries\. Wait 1\d minutes/);
    await see(door.submit).toBeDisabled();
  });
});

describe('a session', () => {
  test('is remembered from start to start, and its end forgets everything', async ({ world, clinic }) => {
    const { pc } = await atWork(world, clinic, 'front');
    expect(await keychainEntries(pc.desktop)).not.toEqual([]);
    await pc.close();
    await pc.openAgain();
    const day = await dayOf(pc);
    await see(day.connection).toHaveText(/^Connected/);

    await day.page.getByRole('button', { name: /^Account of / }).click();
    await day.page.getByRole('menuitem', { name: 'Sign out' }).click();
    const door = new SignInPage(pc.page);
    await see(door.password).toBeVisible();
    expect(await keychainEntries(pc.desktop)).toEqual([]);
    expect(await pc.filesNamed(/\.db/)).toEqual([]);

    await pc.close();
    await pc.openAgain();
    await see(new SignInPage(pc.page).password).toBeVisible();
  });

  test('that was revoked ends at the door, with the reason and all but the password filled in', async ({
    world,
    clinic,
  }) => {
    const { pc } = await atWork(world, clinic, 'front', { name: 'revoked' });
    await revokeSession(pc, clinic);
    const door = new SignInPage(pc.page);
    await see(door.reason).toContainText('Your session has ended. Sign in again to go on.');
    await see(door.address).toHaveValue(clinic.url);
    await see(door.username).toHaveValue('front');
    await see(door.password).toBeFocused();
    await door.signIn(clinic.url, 'front');
    await dayOf(pc);
  });

  test('that ended while the PC was off ends at the door too', async ({ world, clinic }) => {
    const { pc } = await atWork(world, clinic, 'front', { name: 'away' });
    await pc.close();
    await revokeSession(pc, clinic);
    await pc.openAgain();
    await see(new SignInPage(pc.page).reason).toContainText(
      'Your session has ended. Sign in again to go on.',
    );
  });
});
