import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Login } from './cms-settings.ts';

type BlockKind = 'Text' | 'Heading 2' | 'Heading 3' | 'Quote' | 'Bulleted list' | 'Numbered list';

/** Opens the parts of a form that are closed. */
export const openSections = async (page: Page): Promise<void> => {
  const closed = page.locator('[data-section="closed"]').getByRole('button');
  // A part in which something has to change opens by itself, perhaps just before it is pressed.
  for (let tries = 0; tries < 20 && (await closed.count()) > 0; tries += 1)
    await closed
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
};

const tools: Readonly<Record<Exclude<BlockKind, 'Text'>, string>> = {
  'Heading 2': 'Heading',
  'Heading 3': 'Smaller heading',
  Quote: 'Quotation',
  'Bulleted list': 'Bulleted list',
  'Numbered list': 'Numbered list',
};

/**
 * Signs somebody in for all tabs of a context, without the form: that costs a second of the processor, for nothing
 * where signing in is not what a test is about.
 */
export const signInContext = async (
  context: BrowserContext,
  cmsUrl: string,
  { email, password }: Login,
): Promise<void> => {
  // The answer sets the cookie that lasts; the page itself keeps the token.
  const answer = await context.request.post(`${cmsUrl}/admin/login`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} can’t sign in: ${answer.status()} ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  await context.addCookies([{ name: 'jwtToken', value: encodeURIComponent(data.token), url: cmsUrl }]);
};

/** The Strapi admin as a person uses it: clicks and typing, nothing behind it. */
export class AdminPage {
  readonly page: Page;
  readonly cmsUrl: string;

  constructor(page: Page, cmsUrl: string) {
    this.page = page;
    this.cmsUrl = cmsUrl;
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin/auth/login`);
    await this.page.locator('input[name=email]').fill(email);
    await this.page.locator('input[name=password]').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.waitForURL(/\/admin\/?$/);
    await this.declineSecondFactor();
  }

  /** Says “not now” where two-step sign-in is offered, which is at the first sign-in of an account. */
  private async declineSecondFactor(): Promise<void> {
    const notNow = this.page.getByRole('button', { name: 'Not now' });
    const home = this.page.getByRole('heading', { level: 1 });
    await notNow.first().or(home).first().waitFor();
    if (await notNow.first().isVisible())
      await Promise.all([this.page.waitForResponse(/\/second-factor\/skip$/), notNow.last().click()]);
    await notNow.first().waitFor({ state: 'detached' });
  }

  async newEntry(uid: string): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin/content-manager/collection-types/${uid}/create`);
    await this.page.getByRole('button', { name: 'Save' }).waitFor();
  }

  async fill(field: string, value: string): Promise<void> {
    const input = this.page.locator(`[name="${field}"]`);
    await input.waitFor({ state: 'attached' });
    if (!(await input.isVisible())) await openSections(this.page);
    await input.fill(value);
  }

  /** The field in which rich text is written; the first of the form. */
  get text(): Locator {
    return this.page.locator('[data-rich-text] [role=textbox]').first();
  }

  /** Writes at the end of the rich text, one block after the other. A list takes one item a line. */
  async write(blocks: { kind: BlockKind; text: string }[]): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('Control+End');
    let first = (await this.text.innerText()).replace(/[\s\uFEFF]/g, '') === '';
    for (const { kind, text } of blocks) {
      if (!first) await this.page.keyboard.press('Enter');
      first = false;
      if (kind !== 'Text') await this.tool(tools[kind]).click();
      const lines = text.split('\n');
      for (const [i, line] of lines.entries()) {
        if (i > 0) await this.page.keyboard.press('Enter');
        await this.page.keyboard.insertText(line);
      }
      // A second Enter leaves a list or a quotation.
      if (/list|Quote/.test(kind)) await this.page.keyboard.press('Enter');
    }
  }

  /** A button of the rich text's toolbar. */
  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Formatting' }).first().getByRole('button', { name, exact: true });
  }

  /** Uploads a picture in the rich text, at the end, with what a screen reader says for it and the line below. */
  async addPicture(file: string, alt: string, caption: string): Promise<void> {
    await this.page.keyboard.press('Enter');
    await this.tool('Picture').click();
    const dialog = this.page.getByRole('dialog', { name: 'Picture' });
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByLabel('Description (alternative text)').fill(alt);
    await dialog.getByLabel('Caption').fill(caption);
    await dialog.getByRole('button', { name: 'Insert the picture' }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.text.locator('figure img').last().waitFor();
  }

  async save(): Promise<void> {
    await this.press('Save', 'Your changes are saved.');
  }

  async publish(): Promise<void> {
    await this.press('Publish', 'Published: it is on your site.');
  }

  /** Opens a comment from 'Waiting for you' on the first page; returns the widget's text. */
  async openWaiting(name: string): Promise<string> {
    await this.page.goto(`${this.cmsUrl}/admin`);
    const first = this.page.getByRole('list', { name: 'The first of them' });
    const says = await first.locator('xpath=..').innerText();
    await first.getByRole('link', { name }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    return says;
  }

  /**
   * Approves the opened comment and publishes a reply in one step; resolves as soon as the page says that it is done.
   */
  async approveWithReply(words: string): Promise<void> {
    await this.page.getByLabel('Reply', { exact: true }).fill(words);
    await this.page.getByRole('button', { name: 'Approve and publish your reply' }).click();
    await this.page.getByRole('status').getByText('approved and answered').waitFor();
  }

  /** Presses a button and waits until the admin says that it is done. */
  private async press(button: string, says: string): Promise<void> {
    const done = this.page.getByText(says, { exact: true });
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await done.first().waitFor();
    await done.first().waitFor({ state: 'hidden' });
  }
}

/** The admin's page “Comments”, for a counsellor who has signed in. */
export class CommentsPage {
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
      .filter({ has: this.page.getByRole('checkbox', { name: `Select the comment by ${who}` }) });
  }

  async choose(...whose: string[]): Promise<void> {
    for (const who of whose)
      await this.page
        .getByRole('checkbox', { name: `Select the comment by ${who}` })
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

  /** Waits until the page shows the outcome of an action. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.getByRole('status').getByText(text).first().waitFor();
  }
}

/** The admin's pages below “Workshops”, for a counsellor who has signed in. */
export class WorkshopsPage {
  readonly page: Page;
  readonly cmsUrl: string;

  constructor(page: Page, cmsUrl: string) {
    this.page = page;
    this.cmsUrl = cmsUrl;
  }

  /** Opens the next workshop of that title. */
  async open(title: string): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin/workshops`);
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }

  /** The row of a participant. */
  row(name: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
  }

  async choose(...names: string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click();
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** Confirms in the dialog that asks once more. */
  async confirm(button: string): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the page shows the outcome of an action. */
  async says(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').getByText(words).first().waitFor();
  }

  /** Adds a session to the form of the content manager. `from` and `until` such as `10:00`. */
  async addSession(on: string, from: string, until: string): Promise<void> {
    await this.page.getByText('Nothing here yet. Press to add one.').first().click();
    for (const [field, value] of Object.entries({ day: on, starts: from, ends: until }))
      await this.page.locator(`[name="sessions.0.${field}"]`).fill(value);
  }

  /** Adds a price in pounds to the form of the content manager. */
  async addPrice(label: string, pounds: string): Promise<void> {
    await this.page.getByText('Nothing here yet. Press to add one.').first().click();
    await this.page.locator('[name="prices.0.label"]').fill(label);
    await this.page.locator('[name="prices.0.amount"]').fill(pounds);
  }

  /** Says in the form of the content manager who leads it. */
  async chooseFacilitator(name: string): Promise<void> {
    await openSections(this.page);
    await this.page.getByRole('combobox', { name: 'Who leads it' }).click();
    await this.page.getByRole('option', { name }).click();
  }
}
