import { expect as see } from 'playwright/test';
import { expect } from 'vitest';
import { addDays, atWallMinutes } from '#shared/time.ts';
import { Api, Refused } from './kit/api.ts';
import { book, emptyDay, nameOf, newPatient } from './kit/arrange.ts';
import { atWork, dayOf } from './kit/at-work.ts';
import { test as base } from './kit/test.ts';

const test = base
  .extend('api', { scope: 'file' }, ({ clinic }) => Api.signIn(clinic.url, 'admin'))
  .extend('desk', { scope: 'file' }, ({ world, clinic }) => atWork(world, clinic, 'front'));

test('Ctrl+K finds a visit on another day and goes there, by keyboard alone', async ({ api, desk }) => {
  const date = await emptyDay(api);
  const patient = await newPatient(api, 'Cordelia', 'Winterbourne');
  const [provider] = (await api.snapshot()).providers;
  const visit = await book(api, { patient, providerId: provider?.id ?? '', day: date, at: '11:00' });
  const { page } = desk.pc;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('winterb');
  await see(page.getByRole('option').filter({ hasText: '11:00–11:30' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await see(desk.day.visit(visit.id)).toHaveAttribute('aria-pressed', 'true');
  await see(desk.day.visit(visit.id)).toBeInViewport();
  await see(desk.day.panel).toContainText(nameOf(patient));
  await page.getByRole('button', { name: 'Today' }).click();
  await see(desk.day.visit(visit.id)).toBeHidden();
});

test('a visit goes to another day and time by typing', async ({ api, desk }) => {
  const from = await emptyDay(api);
  const to = await emptyDay(api, addDays(from, 1));
  const patient = await newPatient(api, 'Philippa', 'Ravenscroft');
  const [provider] = (await api.snapshot()).providers;
  const visit = await book(api, { patient, providerId: provider?.id ?? '', day: from, at: '11:00' });
  await desk.day.goTo(from);
  await desk.day.select(visit.id);
  await desk.pc.page.keyboard.press('m');
  const form = desk.day.panel.getByTestId('move-form');
  const short = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  await form.getByLabel('Day', { exact: true }).fill(short.format(new Date(to)));
  await form.locator('input[name="time"]').fill('2:30 pm');
  await form.locator('input[name="time"]').press('Enter');
  await expect
    .poll(async () => (await api.day(to)).map(({ id, scheduledStart }) => [id, scheduledStart]))
    .toEqual([[visit.id, atWallMinutes(to, 14 * 60 + 30, api.clinic.timeZone)]]);
  await desk.day.goTo(to);
  await see(desk.day.visit(visit.id)).toContainText('14:30–15:00');
  await desk.pc.page.getByRole('button', { name: 'Today' }).click();
});

test('the dark look is chosen, painted and remembered', async ({ desk }) => {
  const { pc } = desk;
  const ground = () =>
    pc.page.evaluate<string>('getComputedStyle(document.body).backgroundColor.match(/\\d+/g).join()');
  const brightness = async () => Math.max(...(await ground()).split(',').map(Number));
  expect(await brightness()).toBeGreaterThan(200);
  await pc.page.getByRole('button', { name: /^Account of / }).click();
  await pc.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(brightness).toBeLessThan(60);
  await pc.close();
  await pc.openAgain();
  await dayOf(pc);
  expect(await brightness()).toBeLessThan(60);
});

test('a provider is offered no booking, and the server refuses one', async ({ world, clinic, api }) => {
  const { day, pc } = await atWork(world, clinic, 'provider');
  await see(day.page.getByTestId('book')).toHaveCount(0);
  await see(day.page.locator('[data-bookable]')).toHaveCount(0);
  await pc.page.keyboard.press('n');
  await see(day.page.getByTestId('booking-form')).toHaveCount(0);
  const provider = await Api.signIn(clinic.url, 'provider');
  const patient = await newPatient(api, 'Ignatius', 'Bellweather');
  const [first] = (await api.snapshot()).providers;
  const booking = book(provider, {
    patient,
    providerId: first?.id ?? '',
    day: await emptyDay(api),
    at: '9:00',
  });
  await expect(booking).rejects.toMatchObject({ status: 403, body: { kind: 'forbidden' } });
  await expect(booking).rejects.toBeInstanceOf(Refused);
});
