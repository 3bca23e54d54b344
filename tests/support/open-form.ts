import type { Locator, Page } from 'playwright-core';
import { type AdminForm, isContent } from './admin-forms.ts';
import { openSections } from './admin-pages.ts';

/** What is typed into a field: an address has to be one. */
const typedInto = (name: string, text: string): string =>
  name === 'email' ? `${text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@example.org` : text;

/** A form that is open in a tab, as a person sees it. */
export class OpenForm {
  constructor(
    readonly page: Page,
    readonly cmsUrl: string,
    readonly form: AdminForm,
  ) {}

  /** @param path of an entry that exists, below `/admin` */
  async open(path = this.form.path): Promise<void> {
    await this.page.goto(`${this.cmsUrl}/admin${path}`);
    await this.ready();
  }

  /** Opens it by a link, so that there is a way back. */
  async openByLink(): Promise<void> {
    const { path, link } = this.form.before;
    await this.page.goto(`${this.cmsUrl}/admin${path}`);
    await this.page.getByRole('link', { name: link, exact: true }).first().click();
    await this.ready();
  }

  async ready(): Promise<void> {
    const [line] = this.fields();
    await line?.or(this.goOn).first().waitFor({ state: 'attached' });
    if (await this.goOn.isVisible()) return;
    if (!(await line?.isVisible())) await openSections(this.page);
  }

  field(name: string | null): Locator {
    return name === null
      ? this.page.locator('[data-rich-text] [role=textbox]').first()
      : this.page.locator(`main [name="${name}"]`).first();
  }

  private fields(): Locator[] {
    return this.form.fields.map((name) => this.field(name));
  }

  /** Types into each field in the place of what stands there. */
  async type(text: string): Promise<void> {
    for (const name of this.form.fields) {
      if (name !== null) await this.field(name).fill(typedInto(name, text));
      else {
        await this.field(name).click();
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.insertText(text);
      }
    }
    const { choice } = this.form;
    if (choice !== undefined) {
      await this.page.getByRole('combobox', { name: choice.list }).click();
      await this.page.getByRole('option', { name: choice.option }).click();
    }
    await this.preview();
  }

  /** Waits until all fields hold what was typed. */
  async holds(text: string): Promise<void> {
    for (const name of this.form.fields) {
      const field = this.field(name);
      if (name === null) await field.getByText(text, { exact: true }).waitFor();
      else
        await this.page.waitForFunction(
          ([selector, value]) => document.querySelector<HTMLInputElement>(selector ?? '')?.value === value,
          [`main [name="${name}"]`, typedInto(name, text)],
        );
    }
  }

  private get button(): Locator {
    return this.page.getByRole('button', { name: this.form.button, exact: true });
  }

  /** Has it shown what will be sent, where that comes first. */
  private async preview(): Promise<void> {
    const { preview } = this.form;
    if (preview === undefined || (await this.button.isVisible())) return;
    await this.page.getByRole('button', { name: preview, exact: true }).click();
    await this.button.waitFor();
  }

  /** Presses the button that sends. */
  async send({ twice = false } = {}): Promise<void> {
    await this.preview();
    await (twice ? this.button.dblclick() : this.button.click());
  }

  /** Waits for what is said about sending it. */
  async says(text: string | RegExp): Promise<void> {
    await this.page.locator('main [role=status]').getByText(text).first().waitFor();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name }).or(this.page.getByRole('alertdialog', { name }));
  }

  /** Waits until this browser keeps what was typed. */
  async isKept(text: string): Promise<void> {
    await this.page.waitForFunction((kept) => JSON.stringify(localStorage).includes(kept), text);
  }

  /** The button with which a form that asks first puts back what was typed before. */
  private get goOn(): Locator {
    return this.page.getByRole('button', { name: 'Go on with it', exact: true });
  }

  /** Restores what is offered, where it does not stand in the form already. */
  async restore(): Promise<void> {
    if (isContent(this.form)) await this.page.getByRole('button', { name: 'Restore' }).click();
    if (this.form.asksFirst) await this.goOn.click();
  }

  async signInAgain(password: string): Promise<void> {
    const question = this.dialog('Please sign in again');
    await question.getByLabel('Your password').fill(password);
    await question.getByRole('button', { name: 'Sign in' }).click();
  }
}
