import { expect as see } from 'playwright/test';
import { expect } from 'vitest';
import { Api } from './kit/api.ts';
import { book, newPatient, todayOf } from './kit/arrange.ts';
import { atWork, dayOf } from './kit/at-work.ts';
import { forgetEntry, keychainEntries } from './kit/keychain.ts';
import { test as base } from './kit/test.ts';
import { SignInPage } from './pages/sign-in-page.ts';

// Names that no file of the app, of Chromium or of the system would hold by chance.
const [given, family] = ['Thessalonika', 'Quillfeather'];

const test = base.extend('canary', { scope: 'file' }, async ({ clinic }) => {
  const admin = await Api.signIn(clinic.url, 'admin');
  const patient = await newPatient(admin, given, family);
  const [provider] = (await admin.snapshot()).providers;
  if (!provider) throw new Error('The demo clinic has no provider.');
  return book(admin, { patient, providerId: provider.id, day: todayOf(admin), at: '22:00' });
});

test('W2 the day is on disk, and no name of a patient can be read there', async ({
  world,
  clinic,
  canary,
}) => {
  const { pc, day } = await atWork(world, clinic, 'front');
  await see(day.visit(canary.id)).toContainText(family);
  const kept = await pc.filesNamed(/\.db(-wal)?$/);
  expect(kept.length).toBeGreaterThanOrEqual(1);
  expect(await pc.filesWith([given, family])).toEqual([]);
  await pc.close();
  expect(await pc.filesWith([given, family])).toEqual([]);
});

test('W2 W6 nothing of a patient is in a log', async ({ world, clinic, canary }) => {
  const { pc, day } = await atWork(world, clinic, 'admin');
  await day.select(canary.id);
  expect(pc.log).not.toContain(family);
  expect(clinic.log).not.toContain(family);
});

test('W2 without a keychain the app works, keeps nothing, and says so', async ({ world, clinic, canary }) => {
  const pc = await world.workstation({ name: 'no-keychain', desktop: { keyring: false } });
  const door = new SignInPage(pc.page);
  await see(pc.page.getByText('Nothing is kept on this PC')).toBeVisible();
  await door.signIn(clinic.url, 'front');
  const day = await dayOf(pc);
  await see(day.visit(canary.id)).toContainText(family);
  await day.connection.click();
  await see(pc.page.getByText('Nothing is kept on this PC').first()).toBeVisible();
  expect(await pc.filesNamed(/\.db(-wal)?$/)).toEqual([]);
  expect(await pc.filesWith([given, family, 'roomlight-demo'])).toEqual([]);
  await pc.close();
  expect(await pc.filesWith([given, family, clinic.url])).toEqual([]);
  await pc.openAgain();
  await see(new SignInPage(pc.page).password).toBeVisible();
});

test('W2 a lost key means the day is fetched again', async ({ world, clinic, canary }) => {
  const { pc } = await atWork(world, clinic, 'front', { name: 'lost-key' });
  await pc.close();
  const keys = (await keychainEntries(pc.desktop)).filter(({ account }) => account.startsWith('cache:'));
  expect(keys).toHaveLength(1);
  for (const { account } of keys) await forgetEntry(pc.desktop, account);
  await pc.openAgain();
  const day = await dayOf(pc);
  await see(day.visit(canary.id)).toContainText(family);
  await see(day.connection).toHaveText(/^Connected/);
  const after = (await keychainEntries(pc.desktop)).filter(({ account }) => account.startsWith('cache:'));
  expect(after).toHaveLength(1);
  expect(after[0]?.password).not.toBe(keys[0]?.password);
});
