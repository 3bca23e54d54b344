import type { Locator, Page } from 'playwright-core';

/** The counsellor's page “Comments” as she uses it, by what stands on it. She has signed in already. */
export class CommentsDesk {
  readonly page: Page;
  readonly cmsUrl: string;

  constructor(page: Page, cmsUrl: string) {
    this.page = page;
    this.cmsUrl = cmsUrl;
  }

  async list(name: string): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin/comments`);
    await this.page
      .getByRole('navigation', { name: 'Lists of comments' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
    await this.page
      .getByRole('navigation', { name: 'Lists of comments' })
      .locator(`[aria-current]`, { hasText: name })
      .waitFor();
  }

  /** The row of a list that somebody wrote. */
  row(who: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name: `Choose the comment by ${who}` }) });
  }

  async choose(...whose: string[]): Promise<void> {
    for (const who of whose)
      await this.page
        .getByRole('checkbox', { name: `Choose the comment by ${who}` })
        .first()
        .click();
  }

  async open(who: string): Promise<void> {
    await this.row(who).getByRole('link', { name: who }).click();
    await this.page.getByRole('heading', { name: who, level: 1 }).waitFor();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the page says what an act came to. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.getByRole('status').getByText(text).first().waitFor();
  }
}
