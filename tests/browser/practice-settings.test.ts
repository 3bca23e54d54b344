import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSections, signInContext } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import type { Login } from '../support/cms-settings.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-practice-'));
const newAddress = 'elsewhere@example.org';
let cms: RunningCms;
let browser: Browser;
/** What the admin's pages asked for and were refused. */
const refused: string[] = [];

const signInAs = async (login: Login): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  const page = await context.newPage();
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(`${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  await signInContext(context, cms.url, login);
  return page;
};
const openPractice = async (page: Page): Promise<void> => {
  await page.goto(`${cms.url}/admin/content-manager/single-types/api::practice.practice`);
  await page.locator('[name=town]').waitFor();
  await openSections(page);
};
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).first();
const question = (page: Page) => page.getByRole('alertdialog');
const answer = (page: Page, name: string) => question(page).getByRole('button', { name, exact: true }).click();
const enterPassword = async (page: Page, password: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Enter your password' });
  await dialog.getByLabel('Your current password').fill(password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
};
/** Resolves once the practice has been sent and stored, and the form says so. */
const stored = async (page: Page) => {
  const answer = await page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.status() === 200,
  );
  await page.locator('[data-saving="saved"]').waitFor();
  return answer;
};

/** The secret of the link in the email to an address, which was written to a file because there is no mail server. */
const linkTo = (address: string): string | undefined => {
  const folder = path.join(dataDir, 'mail');
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const text = texts.find((email) => email.includes(`To: ${address}`) && email.includes('comments/address'));
  return /comments\/address#([\w-]+)/.exec((text ?? '').replace(/=\r?\n/g, ''))?.[1];
};

beforeAll(async () => {
  cms = await startCms({ dataDir });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the settings of the practice', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signInAs(cms.logins.counsellor);
    await openPractice(page);
  });

  it('are all there on the first visit, with what holds until they are changed', async () => {
    const values = ['comments.keepNotesDays', 'comments.keepSpamDays', 'workshops.keepDays'].map((name) =>
      page.locator(`[name="${name}"]`).inputValue(),
    );
    expect(await Promise.all(values)).toEqual(['180', '30', '90']);
    // What has no usual value is the counsellor's to fill in.
    const empty = ['room', 'online sessions', 'questions', 'credentials', 'fees'];
    expect(await page.getByText('Nothing here yet').count()).toBe(empty.length);
  });

  it('are saved without a question where nothing needs care', async () => {
    await page.locator('[name=town]').fill('York');
    const done = stored(page);
    await saveButton(page).click();
    await done;
    expect(await question(page).count()).toBe(0);
  });

  it('ask before they change how people pay, also by the keyboard, and cancelling saves nothing', async () => {
    const howToPay = page.locator('[name="workshops.howToPay"]');
    await howToPay.fill('Account 12345678');
    await page.keyboard.press('Control+s');
    await page.getByText('Nothing is saved yet.').waitFor();
    await saveButton(page).click();
    await question(page).getByText('How people pay').waitFor();
    await answer(page, 'Cancel');
    expect(await howToPay.inputValue()).toBe('Account 12345678');
    await saveButton(page).click();
    await answer(page, 'Save');
    const done = stored(page);
    await enterPassword(page, cms.logins.counsellor.password);
    await done;
  });

  it('say that a changed help line was checked only if the counsellor says that she has called it today', async () => {
    await openPractice(page);
    await page.getByRole('button', { name: /Shout/ }).click();
    await page.locator('[name$=".text"]').fill('86463');
    await saveButton(page).click();
    await question(page).getByText('Help lines').waitFor();
    const done = stored(page);
    await answer(page, 'Save');
    const unchecked = (await (await done).json()) as {
      data: { helpLines: { name: string; checked: string | null }[] };
    };
    const shout = ({ data }: typeof unchecked) => data.helpLines.find(({ name }) => name === 'Shout');
    expect(shout(unchecked)).toMatchObject({ text: '86463', checked: null });

    await openPractice(page);
    await page.getByRole('button', { name: /Shout/ }).click();
    await page.locator('[name$=".text"]').fill('85258');
    await saveButton(page).click();
    await question(page).getByRole('checkbox', { name: 'I have texted Shout on 85258 today' }).click();
    const again = stored(page);
    await answer(page, 'Save');
    const checked = (await (await again).json()) as typeof unchecked;
    expect(shout(checked)?.checked).toBe(new Date().toISOString().slice(0, 10));
  });

  it('refuse a help line that nobody could call, beside its field, without a question', async () => {
    await openPractice(page);
    await page.getByRole('button', { name: /Samaritans/ }).click();
    await page.locator('[name$=".call"]').fill('one one one');
    await saveButton(page).click();
    await page
      .getByText(/Samaritans: This is not a number that can be called in the UK/)
      .first()
      .waitFor();
    // Nobody is asked whether she has called it.
    expect(await question(page).count()).toBe(0);
    // It was not saved, so it is offered when the practice is opened again.
    await page.reload();
    await answer(page, 'Discard');
  });

  it('use a new address for emails once the password was entered and the link in it opened', async () => {
    await openPractice(page);
    await page.locator('[name="comments.mailTo"]').fill(newAddress);
    await saveButton(page).click();
    await question(page).getByText('Where emails to you go').waitFor();
    await answer(page, 'Save');
    await enterPassword(page, 'Wrong-wrong-wrong-1');
    await page.getByText('That is not your current password.').waitFor();
    const done = stored(page);
    await enterPassword(page, cms.logins.counsellor.password);
    await done;
    await page.getByText('We sent a link to this address:').waitFor();
    await expect.poll(() => linkTo(newAddress), { timeout: 15_000 }).toBeDefined();
    await page.goto(`${cms.url}/admin/comments/address#${linkTo(newAddress)}`);
    await page.getByRole('button', { name: 'Send my emails there' }).click();
    await page.getByText(`Emails to you now go to ${newAddress}`).waitFor();
  });

  it('show the web team nothing of money, comments and replies, and let it change the rest', async () => {
    const webTeam = await signInAs(cms.logins.webTeam);
    await openPractice(webTeam);
    await webTeam.locator('[name=town]').fill('Leeds');
    const done = stored(webTeam);
    await saveButton(webTeam).click();
    await done;
    // Comments, workshops, the contact form, saved replies and both checklists.
    expect(await webTeam.getByPlaceholder('You can’t see this field with your account.').count()).toBe(6);
    expect(await webTeam.locator('[name^="comments."], [name^="workshops."], [name^="contact."]').count()).toBe(0);
  });

  it('are shown without asking Strapi for what is closed', () => {
    expect(refused.filter((route) => route !== 'GET /upload/settings')).toEqual([]);
  });
});
