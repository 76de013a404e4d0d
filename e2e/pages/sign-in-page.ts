import type { Locator, Page } from 'playwright';
import { demoPassword } from '../kit/api.ts';

/** The door of the workstation. */
export class SignInPage {
  readonly address: Locator;
  readonly username: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.address = page.getByLabel('Clinic address');
    this.username = page.getByLabel('User name');
    this.password = page.getByLabel('Password', { exact: true });
    this.submit = page.getByRole('button', { name: 'Sign in' });
  }

  async signIn(address: string, username: string, password = demoPassword): Promise<void> {
    await this.address.fill(address);
    await this.username.fill(username);
    await this.password.fill(password);
    await this.submit.click();
  }

  /** Why one is not in, or no longer: the sentence under its title. */
  get reason(): Locator {
    return this.#page.locator('form').locator('[role="alert"], [role="status"]').first();
  }
}
