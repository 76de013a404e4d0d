import { expect as see } from 'playwright/test';
import { describe, expect } from 'vitest';
import type { Patient, Provider } from '#shared/people.ts';
import { Api } from './kit/api.ts';
import { emptyDay, nameOf, newPatient, todayOf } from './kit/arrange.ts';
import { atWork, dayOf } from './kit/at-work.ts';
import { test as base } from './kit/test.ts';
import { expectWholeDay } from './kit/whole-day.ts';
import { BookingForm } from './pages/booking-form.ts';
import type { DayPage } from './pages/day-page.ts';

const back = { timeout: 20_000 };

const test = base
  .extend('api', { scope: 'file' }, ({ clinic }) => Api.signIn(clinic.url, 'admin'))
  .extend('provider', { scope: 'file' }, async ({ api }) => {
    const [first] = (await api.snapshot()).providers.toSorted((a, b) => a.position - b.position);
    if (!first) throw new Error('The demo clinic has no provider.');
    return first;
  });

describe('the server is gone', () => {
  test('W4 killed and started again: yellow, then green, and nothing is missing', async ({
    world,
    clinic,
  }) => {
    const { day } = await atWork(world, clinic, 'front');
    await see(day.connection).toHaveText(/^Connected/);
    await clinic.killHard();
    await see(day.connection).toHaveText(/^Reconnecting/);
    await see(day.connection).toContainText(/as of \d?\d:\d\d/);
    await see(day.connection).toContainText(/next try in \d+ s|trying now/);
    await clinic.startAgain();
    // What others did before this workstation was back.
    const admin = await Api.signIn(clinic.url, 'admin');
    const today = todayOf(admin);
    const waiting = (await admin.day(today)).filter(({ status }) => status === 'booked').slice(0, 2);
    for (const visit of waiting) await admin.do('appointment.confirm', {}, visit);
    await see(day.connection).toHaveText(/^Connected/, back);
    await expectWholeDay(day, admin, today);
  });

  test('W3 started without it, a workstation shows the last known day and says how old it is', async ({
    world,
    clinic,
  }) => {
    const { pc } = await atWork(world, clinic, 'admin', { name: 'cold' });
    const admin = await Api.signIn(clinic.url, 'admin');
    await pc.close();
    await clinic.killHard();
    await pc.openAgain();
    const day = await dayOf(pc);
    await see(day.page.getByText(/^Showing the day as of \d?\d:\d\d\./)).toBeVisible();
    await see(day.connection).toHaveText(/^Reconnecting/);
    const shown = await day.grid.locator('[data-visit]').count();
    await clinic.startAgain();
    await see(day.connection).toHaveText(/^Connected/, back);
    expect(shown).toBe(await expectWholeDay(day, admin, todayOf(admin)));
    await see(day.page.getByText(/^Showing the day as of/)).toBeHidden();
  });
});

describe('a booking made while the server is gone', () => {
  test('is shown as waiting, and sent once when it is back', async ({ world, clinic, api, provider }) => {
    const [date, patient] = [await emptyDay(api), await newPatient(api, 'Leontine', 'Marchbanks')];
    const { day } = await atWork(world, clinic, 'front', { name: 'waiting' });
    await day.goTo(date);
    await clinic.killHard();
    await bookAtTheTop(day, provider, nameOf(patient));
    await clinic.startAgain();
    await expectOneBooking(day, api, patient);
  });

  test('survives a kill of the app, and is sent once by the next', async ({
    world,
    clinic,
    api,
    provider,
  }) => {
    const [date, patient] = [await emptyDay(api), await newPatient(api, 'Ottoline', 'Fairweather')];
    const { pc, day } = await atWork(world, clinic, 'front', { name: 'killed' });
    await day.goTo(date);
    await clinic.killHard();
    await bookAtTheTop(day, provider, nameOf(patient));
    await pc.killHard();
    await pc.openAgain();
    const again = await dayOf(pc);
    await again.goTo(date);
    await see(again.ghost).toContainText('Waiting to send');
    await clinic.startAgain();
    await expectOneBooking(again, api, patient);
  });
});

/** In the first column, at the first quarter of an hour of the grid. */
async function bookAtTheTop(day: DayPage, provider: Provider, name: string): Promise<void> {
  await day.clickSlot(provider.id, 0);
  await new BookingForm(day.page).book(name);
  await see(day.ghost).toContainText('Waiting to send', { timeout: 10_000 });
}

async function expectOneBooking(day: DayPage, api: Api, patient: Patient): Promise<void> {
  await see(day.visitOf(nameOf(patient))).toHaveAttribute('data-status', 'booked', back);
  await see(day.ghost).toHaveCount(0);
  const booked = (await api.snapshot()).appointments.filter(({ patientId }) => patientId === patient.id);
  expect(booked.map(({ version }) => version)).toEqual([1]);
}
