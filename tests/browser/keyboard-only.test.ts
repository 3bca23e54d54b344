import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

let cms: RunningCms;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  cms = await startCms({ demo: true, siteUrl: 'https://site.example' });
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});

interface Stop {
  name: string;
  /** Whether it shows that it has the focus. */
  isMarked: boolean;
}

/** Returns what has the focus, by its role or element and its name. */
const focused = (): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { labels } = element as HTMLInputElement;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? (element as HTMLElement).innerText;
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter((one) => !!one);
    const styles = around.flatMap((one) => [getComputedStyle(one), getComputedStyle(one, '::after')]);
    return {
      name: `${element.getAttribute('role') ?? element.localName} ${label.trim()}`,
      isMarked: styles.some(
        ({ outlineStyle, boxShadow, borderTopStyle }) =>
          outlineStyle !== 'none' || boxShadow !== 'none' || borderTopStyle !== 'none',
      ),
    };
  });

/** Places that had the focus without showing it. The page itself and messages that fade are none. */
const unmarked: string[] = [];

/** Presses Tab until something has the focus; the way there is never longer than the page. */
const tabTo = async (wanted: RegExp): Promise<void> => {
  const way: string[] = [];
  while (way.length < 120) {
    await page.keyboard.press('Tab');
    const { name, isMarked } = await focused();
    way.push(name);
    if (!isMarked && !name.startsWith('body ')) unmarked.push(name);
    if (wanted.test(name)) return;
  }
  throw new Error(`The keyboard does not reach ${String(wanted)}: ${way.join(', ')}`);
};
const enter = async (wanted: RegExp): Promise<void> => {
  await tabTo(wanted);
  await page.keyboard.press('Enter');
};
const type = async (field: RegExp, text: string): Promise<void> => {
  await tabTo(field);
  await page.keyboard.type(text);
};

it('is done with the keyboard alone: sign in, publish a post with a picture, answer a comment, see participants', async () => {
  await page.goto(`${cms.url}/admin/auth/login`);
  await page.locator('input[name=email]').waitFor();
  await type(/^input .*email/i, cms.logins.counsellor.email);
  await type(/^input .*password/i, cms.logins.counsellor.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Not now' }).first().waitFor();
  await enter(/^button Not now/);
  await page.getByRole('button', { name: 'Not now' }).first().waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Write a post' }).waitFor();
  await enter(/^a Write a post/);
  await page.locator('[name="title"]').waitFor();
  await type(/^input Title/, 'Written without a mouse');
  await type(/^textbox Text/, '## A heading');
  await page.keyboard.press('Enter');
  await page.keyboard.type('And some words.');
  await page.getByRole('heading', { name: 'A heading' }).waitFor();
  await enter(/^button Press to add a picture/);
  await page.getByRole('dialog').getByText('portrait.webp').waitFor();
  await tabTo(/^checkbox/);
  await page.keyboard.press('Space');
  await enter(/^button Done/);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await enter(/^button Publish/);
  await page.getByText('It is on your site.').first().waitFor();

  await enter(/^a Comments/);
  await page.getByRole('link', { name: 'Marian' }).waitFor();
  await enter(/^a Marian/);
  await page.getByLabel('Reply', { exact: true }).waitFor();
  await type(/^textarea Reply/, 'Thank you for writing this.');
  await enter(/^button Approve and publish your reply/);
  await page.getByRole('status').getByText('approved and answered').waitFor();

  await enter(/^a Workshops/);
  await page.getByRole('link', { name: 'Self-Kindness for Therapists' }).waitFor();
  await enter(/^a Self-Kindness/);
  await page.getByRole('heading', { level: 1, name: 'Self-Kindness for Therapists' }).waitFor();
  await tabTo(/^checkbox Select Amina Farrow/);
  expect(unmarked).toEqual([]);
});
