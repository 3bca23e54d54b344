import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { kindText } from '../support/kind-text.ts';
import { aPostSlug } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let heard: Heard;
let post: string;

beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  browser = await startBrowser();
  post = `${stack.site.url}/blog/${await aPostSlug(stack.site.url)}`;
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // An interrupted page transition is logged to the console now and then.
    reducedMotion: 'reduce',
  });
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  );
  heard = listen(context, stack.site.url);
  page = await context.newPage();
  await page.goto(post, { waitUntil: 'networkidle' });
});
afterEach(() => context.close());

const words = () => page.getByRole('textbox', { name: 'Your comment' });
const draft = () => page.getByLabel('Keep a draft on this device');
const stored = () => page.evaluate(() => ({ ...localStorage }));
/** Types and waits until the form token has been fetched. */
const type = async (text: string): Promise<void> => {
  await words().fill(text);
  await expect.poll(() => page.locator('[name=formToken]').inputValue()).not.toBe('');
};

describe('the comment form with the client script', () => {
  it('fetches, shows and stores nothing before the reader types', async () => {
    expect(await page.locator('[name=formToken]').inputValue()).toBe('');
    expect(await draft().isVisible()).toBe(false);
    expect(await stored()).toEqual({});
  });

  it('sends a comment with one press, and a new one after going back', async () => {
    const send = async (text: string): Promise<string> => {
      await type(text);
      await page.getByLabel('Name or pseudonym').fill('Joseph');
      await page.getByLabel('Keep what I write').check();
      await page.locator('main').getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByRole('heading', { name: 'Thank you. Your comment is waiting to be read.' }).waitFor();
      return page.locator('dd .copy').first().innerText();
    };
    const first = await send(kindText());
    await page.goBack();
    await page.locator('[data-comment]').waitFor();
    expect(await page.locator('[name=formToken]').inputValue()).toBe('');
    expect(await send(kindText())).not.toBe(first);
    expect(heard.console).toEqual([]);
  });

  it('warns about personal details while the text contains them', async () => {
    const gentle = page.locator('[data-details]');
    await type('Write to me');
    expect(await gentle.isVisible()).toBe(false);
    await words().fill('Write to me at ann@example.org');
    expect(await gentle.isVisible()).toBe(true);
    await words().fill('Write to me');
    expect(await gentle.isVisible()).toBe(false);
  });

  it('counts the remaining characters near the limit', async () => {
    await type('x'.repeat(4499));
    expect(await page.locator('[data-count]').innerText()).toBe('');
    await words().fill('x'.repeat(4990));
    expect(await page.locator('[data-count]').innerText()).toBe('10 characters left');
    await words().fill('x'.repeat(5002));
    expect(await page.locator('[data-count]').innerText()).toBe('2 characters too many');
  });

  it('tells screen readers the count after a pause, in regions that are rendered before there is anything to tell', async () => {
    const rendered = await page
      .locator('[data-comment] [role=status]')
      .evaluateAll((all) => all.map((region) => getComputedStyle(region).display !== 'none'));
    expect(rendered).toEqual([true, true]);
    const spoken: string[] = [];
    await page.exposeFunction('hear', (text: string) => spoken.push(text));
    await page.locator('[data-spoken-count]').evaluate((region) => {
      const { hear } = globalThis as unknown as { hear: (text: string) => void };
      new MutationObserver(() => hear(region.textContent)).observe(region, { childList: true });
    });
    // Three keys without a pause, however slow the machine is.
    await words().evaluate((text: HTMLTextAreaElement) => {
      for (const length of [4988, 4989, 4990]) {
        text.value = 'x'.repeat(length);
        text.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await expect.poll(() => spoken).toEqual(['10 characters left']);
  });

  it('stores a draft only while the reader has ticked that, and deletes it after sending', async () => {
    const text = kindText();
    await type(text);
    expect(await stored()).toEqual({});
    await draft().check();
    await page.reload();
    expect([await words().inputValue(), await draft().isChecked()]).toEqual([text, true]);
    await draft().uncheck();
    expect(await stored()).toEqual({});
    await draft().check();
    await type(`${text} More.`);
    await page.getByLabel('Name or pseudonym').fill('Joseph');
    await page.getByLabel('Keep what I write').check();
    await page.locator('main').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    await expect.poll(stored).toEqual({});
  });

  it('deletes the draft and the typed text on “Leave this site”', async () => {
    await type(kindText());
    await draft().check();
    expect(Object.keys(await stored())).toHaveLength(1);
    await page.getByRole('link', { name: 'Leave this site' }).click();
    await page.getByText('Weather').waitFor();
    await page.goto(post);
    expect(await stored()).toEqual({});
    expect(await words().inputValue()).toBe('');
  });
});
