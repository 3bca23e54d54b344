import type { Locator, Page } from 'playwright-core';

/** The counsellor's workshops as she uses them, by what stands on the page. She has signed in already. */
export class WorkshopsDesk {
  readonly page: Page;
  readonly cmsUrl: string;

  constructor(page: Page, cmsUrl: string) {
    this.page = page;
    this.cmsUrl = cmsUrl;
  }

  /** The next one of that title. */
  async open(title: string): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin/workshops`);
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }

  /** The row of a participant. */
  row(name: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }) });
  }

  async choose(...names: string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).click();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** Means it, in the dialog that asks once more. */
  async confirm(button: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the page says what an act came to. */
  async says(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').getByText(words).first().waitFor();
  }

  /** Adds a session to the form of the content manager. `from` and `until` such as `10:00`. */
  async addSession(on: string, from: string, until: string): Promise<void> {
    await this.page.getByText('No entry yet. Click to add one.').first().click();
    await this.type('sessions.0.day', `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`);
    await this.type('sessions.0.starts', from);
    await this.type('sessions.0.ends', until);
  }

  /** Adds a price in pounds to the form of the content manager. */
  async addPrice(label: string, pounds: string): Promise<void> {
    await this.page.getByText('No entry yet. Click to add one.').first().click();
    await this.page.locator('[name="prices.0.label"]').fill(label);
    await this.page.locator('[name="prices.0.amount"]').fill(pounds);
  }

  /** Says in the form of the content manager who leads it. */
  async chooseFacilitator(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Who leads it' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  /** Dates and times are typed, and taken with Enter. */
  private async type(field: string, value: string): Promise<void> {
    const input = this.page.locator(`[name="${field}"]`);
    await input.click();
    await input.fill(value);
    await this.page.keyboard.press('Enter');
  }
}
