import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../support/admin-pages.ts';
import { violationsIn } from '../support/axe.ts';
import { type Heard, listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const phone = { width: 390, height: 844 };

let cms: RunningCms;
let browser: Browser;
let page: Page;
let heard: Heard;

beforeAll(async () => {
  cms = await startCms();
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  heard = listen(context, cms.url);
  page = await context.newPage();
  await new AdminPage(page, cms.url).signIn(cms.logins.counsellor.email, cms.logins.counsellor.password);
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});

const open = async (path: string): Promise<void> => {
  await page.goto(`${cms.url}/admin/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const says = (sentence: string | RegExp) => page.getByRole('main').getByRole('status').getByText(sentence).waitFor();
const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
const freeTimes = async (): Promise<number> => {
  const words = await page.getByText(/^\d+ free times?(, once you open booking)?$|^No free times$/).innerText();
  return Number(/^\d+/.exec(words)?.[0] ?? 0);
};

describe('the counsellor’s calls', () => {
  it('begin with her hours, beside which she sees the times that they give', async () => {
    await open('calls');
    await page.getByText('You have no weekly hours yet, so nothing can be booked.').waitFor();
    await page.getByRole('link', { name: 'Enter your hours' }).click();
    await page.getByText('No free times').waitFor();
    await press('Add hours on Monday');
    await expect.poll(freeTimes).toBeGreaterThan(0);
    const onMondays = await freeTimes();
    await press('Copy to other days: Monday');
    await press('Every day');
    await expect.poll(freeTimes).toBeGreaterThan(onMondays * 4);

    const sunday = page.getByRole('region', { name: 'Sunday' });
    await sunday.getByLabel('To', { exact: true }).fill('08:00');
    await page.getByText('The times follow once it is.').waitFor();
    await page.getByRole('link', { name: 'Week', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    await press('Save');
    await sunday.getByText('The end must be after the start.').waitFor();
    await sunday.getByRole('button', { name: 'Remove these hours on Sunday' }).click();
    await page.getByRole('checkbox', { name: 'People can book calls on your site' }).click();
    await press('Save');
    await says('Saved. People can book these times. Calls that are booked stay as they are.');

    await page.setViewportSize(phone);
    const monday = page.getByRole('region', { name: 'Monday' });
    await monday.getByLabel('To', { exact: true }).fill('09:05');
    await press('Save');
    const wrong = monday.getByText('Too short for a call of 25 minutes.');
    await wrong.waitFor();
    expect(await page.getByText(/^Saved\./).count()).toBe(0);
    await expect.poll(() => monday.getByLabel('From').evaluate((input) => input === document.activeElement)).toBe(true);
    const [sentence, bar] = [await wrong.boundingBox(), await page.locator('[data-sticky-bar]').boundingBox()];
    expect((sentence?.y ?? 0) + (sentence?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
    await press('Undo changes');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: 'Week', exact: true }).click();
    await page.getByRole('link', { name: 'Week after' }).click();
    await page
      .getByText(/^\d+ free times$/)
      .first()
      .waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  it('are added, moved and cancelled on a phone, and say before what the person gets', async () => {
    await page.setViewportSize(phone);
    await open('calls/add');
    await page.getByText(/^Choose from \d+ free times, or/).click();
    const slot = page.getByRole('listitem').getByRole('button').first();
    const when = (await slot.getAttribute('aria-label')) ?? '';
    await slot.click();
    await page.getByLabel('Name').fill('Wren');
    await page.getByText('No email is sent, so please tell Wren yourself.').waitFor();
    await page.getByLabel('Email address').fill('wren@example.org');
    await page.getByText(/^Wren gets an email with the time, how to join/).waitFor();
    await press('Add the call');
    await says(/^The call with Wren is on .*An email to Wren is on its way\.$/);

    await page.getByRole('link', { name: 'Show that week' }).click();
    const day = page.getByRole('region', { name: when.split(' at ')[0] });
    await day.getByRole('link', { name: 'Wren' }).click();
    await page.getByRole('heading', { name: 'Wren', level: 1 }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);

    await page.getByText(/^Choose from \d+ free times, or/).click();
    const other = page.getByRole('listitem').getByRole('button').last();
    const later = (await other.getAttribute('aria-label')) ?? '';
    await other.click();
    await page.getByText(/^Wren gets an email with the new time/).waitFor();
    await press('Move the call');
    const [movedDay = '', movedTime = ''] = later.split(' at ');
    await says(
      new RegExp(`^The call is now on ${movedDay} \\d{4} at ${movedTime}\\. An email to Wren is on its way\\.$`),
    );

    await page.getByLabel('A few words to them').fill('I am ill that day.');
    await press('Cancel the call');
    const asked = page.getByRole('alertdialog', { name: 'Cancel the call with Wren?' });
    await asked
      .getByText('Wren gets an email that says that the call is cancelled, with your message in it.')
      .waitFor();
    await asked.getByRole('button', { name: 'Cancel the call' }).click();
    await says('The call is cancelled, and its time is free again. An email to Wren is on its way.');
    await page.getByRole('heading', { name: 'Cancelled by you' }).waitFor();
    expect(await page.getByRole('button', { name: 'Move the call' }).count()).toBe(0);
  });

  it('are not begun with what was typed about somebody else', async () => {
    await open('calls/add');
    await page.getByLabel('Name').fill('Winifred');
    await page.getByLabel('Phone number').fill('0113 496 0100');
    await open('calls/add');
    await page.getByText('You began to add Winifred earlier, and didn’t finish.').waitFor();
    expect(await page.getByLabel('Name').count()).toBe(0);
    await press('Go on with it');
    expect(await page.getByLabel('Phone number').inputValue()).toBe('0113 496 0100');
    await open('calls/add');
    await press('Start with an empty form');
    expect(await page.getByLabel('Name').inputValue()).toBe('');
    expect(await page.getByLabel('Phone number').inputValue()).toBe('');
  });

  it('are seen without a barrier that axe finds, and without scrolling sideways', async () => {
    for (const path of ['calls', 'calls/hours', 'calls/block']) {
      await page.setViewportSize(phone);
      await open(path);
      await page.getByRole('main').getByRole('button').last().waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await violationsIn(page, { width: phone.width, colorScheme: 'dark' })).toEqual([]);
    }
    expect(heard.console.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
