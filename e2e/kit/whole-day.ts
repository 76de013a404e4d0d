import { expect } from 'vitest';
import type { LocalDate } from '#shared/time.ts';
import type { DayPage } from '../pages/day-page.ts';
import type { Api } from './api.ts';

/** F6 as a person would check it: what the window shows of a day is what the server holds. Returns how many visits. */
export async function expectWholeDay(day: DayPage, api: Api, date: LocalDate): Promise<number> {
  const held = (await api.day(date)).map(({ id, status }) => `${id} ${status}`).sort();
  const shown = () =>
    day.grid
      .locator('[data-visit]')
      .evaluateAll((cards) =>
        cards
          .map(({ dataset }: { dataset: Record<string, string> }) => `${dataset.visit} ${dataset.status}`)
          .sort(),
      );
  await expect.poll(shown, { timeout: 10_000 }).toEqual(held);
  return held.length;
}
