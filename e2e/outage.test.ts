import { expect as see } from 'playwright/test';
import { describe, expect } from 'vitest';
import { Api } from './kit/api.ts';
import { todayOf } from './kit/arrange.ts';
import { atWork, dayOf } from './kit/at-work.ts';
import { test } from './kit/test.ts';
import { expectWholeDay } from './kit/whole-day.ts';

const back = { timeout: 20_000 };

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
