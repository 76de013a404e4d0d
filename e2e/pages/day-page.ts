import type { Locator, Page } from 'playwright';
import type { LocalDate } from '#shared/time.ts';
import { until } from '../kit/wait.ts';

/** The day of the clinic, as a person sees and handles it. */
export class DayPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly title: Locator;
  readonly panel: Locator;
  /** Where a visit is going to stand once it has been sent. */
  readonly ghost: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByTestId('day-grid');
    this.title = page.getByTestId('day-title');
    this.ghost = page.getByTestId('ghost');
    this.panel = page.getByTestId('panel');
  }

  visit(id: string): Locator {
    return this.page.getByTestId(`visit-${id}`);
  }

  /** A visit of this patient that is on screen. */
  visitOf(name: string): Locator {
    return this.grid.locator('[data-visit]', { hasText: name });
  }

  column(providerId: string): Locator {
    return this.page.getByTestId(`column-${providerId}`);
  }

  step(name: string): Locator {
    return this.panel.getByTestId(`step-${name}`);
  }

  /** Asks until the question is there: buttons that have just changed places take no click meant for others. */
  async askToCancel(): Promise<void> {
    const question = this.page.getByTestId('confirm-cancel');
    await until('the question why it is cancelled', async () => {
      if (await question.isVisible()) return true;
      if (await this.step('cancel').isVisible()) await this.step('cancel').click({ timeout: 1_000 });
      return false;
    });
  }

  /** Shown top right in words: Connected, Reconnecting, Not connected. */
  get connection(): Locator {
    return this.page.getByRole('button', { name: /^Connection: / });
  }

  toast(text: string | RegExp): Locator {
    return this.page.getByRole('group').filter({ hasText: text });
  }

  /** To a later day, by the calendar. */
  async goTo(date: LocalDate): Promise<void> {
    await this.page.getByRole('button', { name: /Choose another day$/ }).click();
    const calendar = this.page.getByRole('dialog');
    const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const day = calendar.getByRole('button', { name: words.format(new Date(date)), exact: true });
    while (!(await day.isVisible())) await calendar.getByRole('button', { name: 'Next month' }).click();
    await day.click();
    await calendar.waitFor({ state: 'hidden' });
  }

  async select(id: string): Promise<void> {
    await this.visit(id).click();
  }

  /** The label of an hour, left of the columns. */
  hour(label: string): Locator {
    return this.grid.getByText(label, { exact: true });
  }

  /** Pixels a minute, from the labels of two hours. */
  async pixelsPerMinute(): Promise<number> {
    return (await distance(this.hour('10:00'), this.hour('11:00'))) / 60;
  }

  /** What the grid makes of the time between two things on it, by their tops. */
  async minutesBetween(early: Locator, late: Locator): Promise<number> {
    return (await distance(early, late)) / (await this.pixelsPerMinute());
  }

  /** Clicks the free ground of a provider's column `minutes` below the top of the grid. */
  async clickSlot(providerId: string, minutesFromTop: number): Promise<void> {
    const y = minutesFromTop * (await this.pixelsPerMinute()) + 3;
    await this.page.getByTestId(`slot-${providerId}`).click({ position: { x: 20, y } });
  }

  /** Drags a visit, or its lower edge, by so many minutes and columns, the way a hand does: in steps. */
  async drag(id: string, by: { minutes: number; to?: string; edge?: 'lower' }): Promise<void> {
    await this.visit(id).scrollIntoViewIfNeeded();
    const card = await boxOf(this.visit(id));
    const from = {
      x: card.x + card.width / 2,
      y: by.edge === 'lower' ? card.y + card.height - 3 : card.y + card.height / 2,
    };
    const column = by.to ? await boxOf(this.column(by.to)) : null;
    const to = {
      x: column ? column.x + column.width / 2 : from.x,
      y: from.y + by.minutes * (await this.pixelsPerMinute()),
    };
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
  }

  scrollTop(): Promise<number> {
    return this.grid.evaluate((element) => element.scrollTop);
  }

  /** Scrolls as the wheel does and waits until it stands. */
  async scrollTo(top: number): Promise<void> {
    await this.grid.evaluate((element, to) => element.scrollTo(0, to), top);
    await until('the grid to have scrolled', async () => Math.abs((await this.scrollTop()) - top) < 2);
  }
}

async function distance(above: Locator, below: Locator): Promise<number> {
  return (await boxOf(below)).y - (await boxOf(above)).y;
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${String(locator)} is not on screen.`);
  return box;
}
