import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../support/accounts.ts';
import { listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-two-step-'));
let cms: RunningCms;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  cms = await startCms({ dataDir });
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const dialog = () => page.getByRole('dialog');
const enterPassword = async (): Promise<void> => {
  await page.goto(`${cms.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(cms.logins.counsellor.email);
  await page.locator('input[name=password]').fill(cms.logins.counsellor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
const signOut = async (): Promise<void> => {
  await context.clearCookies();
  await page.evaluate(() => localStorage.clear());
};

describe('two-step sign-in in the admin', () => {
  const heard: string[] = [];
  let key = '';
  let recoveryCodes: string[] = [];

  it('is offered at the first sign-in and set up within a minute', async () => {
    const { console: said } = listen(context, cms.url);
    await enterPassword();
    await dialog().getByText('Make your sign-in safer').waitFor();
    await dialog().getByRole('button', { name: 'Set it up now' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two-step sign-in' }).waitFor();
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByText('Enter your current password.').waitFor();
    await page.getByLabel('Your current password').fill(cms.logins.counsellor.password);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await page.getByAltText('QR code for your authenticator app').waitFor();
    key = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await scrollsSideways(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByText('That code is not right.').waitFor();
    await page.getByLabel('Code').fill(codeOf(key));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    recoveryCodes = await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{4}-\w{4}-\w{4}-\w{4}$/ })
      .allTextContents();
    expect(recoveryCodes).toHaveLength(10);
    await page.getByRole('button', { name: 'I have saved them' }).click();
    await page.getByText('You have 10 recovery codes left.').waitFor();
    heard.push(...said);
  });

  it('asks for a code on the sign-in page, says when it is wrong, and lets in with the right one', async () => {
    await signOut();
    await enterPassword();
    await dialog().getByLabel('Code').fill('000000');
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await dialog().getByText('That code is not right').waitFor();
    await dialog().getByLabel('Code').fill(codeOf(key, 1));
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/\/admin\/?$/);
    await page.getByText('Waiting for you').waitFor();
    expect(await dialog().count()).toBe(0);
  });

  it('goes with a dialog that asks for password and code before a new address is saved', async () => {
    await page.goto(`${cms.url}/admin/me`);
    await page.locator('input[name=email]').fill('nora@practice.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await dialog().getByLabel('Your current password').fill('Wrong-wrong-wrong-1');
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await dialog().getByText('That is not your current password.').waitFor();
    await dialog().getByLabel('Your current password').fill(cms.logins.counsellor.password);
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await dialog()
      .getByLabel('Code')
      .fill(recoveryCodes[0] ?? '');
    // The device in use stays signed in, although all sessions of before have ended, and whatever is in the way of the
    // new one: the network fails, or the CMS restarts.
    const failures = [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 502 })];
    await page.route('**/admin/access-token', async (route) => {
      await (failures.shift() ?? ((next: Route) => next.continue()))(route);
    });
    await dialog().getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.goto(`${cms.url}/admin/me/sessions`);
    await page.getByText('This device').waitFor();
    expect(failures).toEqual([]);
  });

  it('causes no request to another host and breaks no rule of the page', () => {
    expect(heard.filter((line) => /Content Security Policy|Refused to/.test(line))).toEqual([]);
  });
});
