import type { Locator, Page } from 'playwright';

/** A new visit, in the panel beside the day. */
export class BookingForm {
  readonly root: Locator;
  readonly patient: Locator;
  /** What the search for a patient has found. */
  readonly options: Locator;
  readonly chosen: Locator;
  readonly time: Locator;
  readonly submit: Locator;
  /** Who has the time already. */
  readonly taken: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByTestId('booking-form');
    this.patient = this.root.locator('input[name="patient"]');
    this.options = page.getByRole('option');
    this.chosen = this.root.getByTestId('chosen-patient');
    this.time = this.root.locator('input[name="time"]');
    this.submit = this.root.getByTestId('submit-booking');
    this.taken = this.root.getByTestId('taken');
  }

  async choosePatient(name: string): Promise<void> {
    await this.patient.fill(name);
    await this.options.filter({ hasText: name }).filter({ hasNotText: 'New patient' }).first().click();
    await this.chosen.waitFor();
  }

  /** Goes on with the Tab key until a field has the keyboard. */
  async tabTo(label: string): Promise<void> {
    const field = this.root.getByLabel(label, { exact: true });
    for (let presses = 0; presses < 20; presses++) {
      if (await field.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${label}.`);
  }

  /** Books for the patient at the place the form was opened for. */
  async book(name: string): Promise<void> {
    await this.choosePatient(name);
    await this.submit.click();
  }
}
