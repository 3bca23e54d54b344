import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AdminBrowser } from '../support/admin-browser.ts';
import { contentForms } from '../support/admin-forms.ts';
import { openSections } from '../support/admin-pages.ts';

let admin: AdminBrowser;
beforeAll(async () => {
  admin = await AdminBrowser.open();
});
afterAll(() => admin?.close());
afterEach(() => admin.closeTabs());

describe('what is typed into a dialog', () => {
  it('is lost in none of the ways to close it without a question', async () => {
    const { page } = await admin.tab(contentForms.workshop);
    await page.goto(`${admin.cms.url}/admin${contentForms.workshop.before.path}`);
    await page.getByRole('link', { name: 'Two evenings for bad sleepers' }).first().click();
    await page.locator('[name="title"]').waitFor();
    await openSections(page);
    const edit = page.locator('main').getByRole('button', { name: 'Edit', exact: true }).first();
    const details = page.getByRole('dialog', { name: 'Details' });
    const question = page.getByRole('alertdialog', { name: 'Close this?' });
    const press = (name: string) => details.getByRole('button', { name, exact: true }).click();
    const waysOut: [field: string, close: () => Promise<void>][] = [
      ['alternativeText', () => page.keyboard.press('Escape')],
      ['caption', () => press('Cancel')],
      ['alternativeText', () => press('Close')],
      ['caption', () => page.mouse.click(5, 5)],
    ];
    await edit.click();
    for (const [name, close] of waysOut) {
      const field = details.locator(`[name="${name}"]`);
      const before = await field.inputValue();
      await field.fill(`${before} A harbour`);
      await close();
      await question.getByRole('button', { name: 'Stay' }).click();
      await question.waitFor({ state: 'detached' });
      expect(await field.inputValue()).toBe(`${before} A harbour`);
      await close();
      await question.getByRole('button', { name: 'Leave' }).click();
      await details.waitFor({ state: 'detached' });
      await edit.click();
      await expect.poll(() => field.inputValue()).toBe(before);
    }
    // Nothing was typed.
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
  });

  it('is asked about in the editor’s own dialogs as well, and before the page is left', async () => {
    const form = await admin.tab(contentForms.post);
    const { page } = form;
    await form.openByLink();
    await form.field(null).click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Link', exact: true }).click();
    const link = page.getByRole('dialog', { name: 'Link' });
    await link.locator('[name="link-address"]').fill('harbour');
    await page.keyboard.press('Escape');
    await form.dialog('Close this?').getByRole('button', { name: 'Stay' }).click();
    await page.goBack();
    await form.dialog('Leave this page?').getByText('if you leave, it is lost', { exact: false }).waitFor();
    await form.dialog('Leave this page?').getByRole('button', { name: 'Stay' }).click();
    expect(await link.locator('[name="link-address"]').inputValue()).toBe('harbour');
  });
});

describe('what is typed into one’s own account', () => {
  it('is not left without a question', async () => {
    const { page } = await admin.tab(contentForms.post);
    await page.goto(`${admin.cms.url}/admin/me`);
    const name = page.locator('[name="firstname"]');
    const before = await name.inputValue();
    await name.fill('Harbour');
    const question = page.getByRole('alertdialog', { name: 'Leave this page?' });
    await page.getByRole('link', { name: 'Comments' }).first().click();
    await question.getByRole('button', { name: 'Stay' }).click();
    expect(await name.inputValue()).toBe('Harbour');
    await page.getByRole('link', { name: 'Comments' }).first().click();
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.waitForURL(/\/admin\/comments/);
    await page.goto(`${admin.cms.url}/admin/me`);
    await expect.poll(() => name.inputValue()).toBe(before);
  });
});
