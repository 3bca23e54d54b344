import type { Browser, Page } from 'playwright-core';
import { helpLines } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { readerView } from '../support/reader-view.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { pages } from './pages.ts';

const phone = { width: 360, height: 740 };
let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Opens a page on a phone without JavaScript and returns what `look` returns. */
const onPhone = async <T>(path: string, look: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  await page.goto(stack.site.url + path);
  const seen = await look(page);
  await context.close();
  return seen;
};

describe('help now, on a phone without JavaScript', () => {
  it('offers 999, Samaritans and Shout as buttons over the full width of the first screen, and says that they are free', async () => {
    const buttons = await onPhone('/help-now', (page) =>
      page.locator('.help-button').evaluateAll((all) =>
        all.map((button) => {
          const { left, right, bottom, height } = button.getBoundingClientRect();
          return {
            href: button.querySelector('a')?.getAttribute('href'),
            text: button.textContent?.replaceAll(/\s+/g, ' ').trim(),
            fits: left <= 20 && right >= innerWidth - 20 && bottom <= innerHeight && height >= 64,
            // Its middle, beside the number, is pressed: that is the link, too.
            calls: document.elementFromPoint(innerWidth - 40, bottom - 10)?.getAttribute('href'),
          };
        }),
      ),
    );
    expect(buttons).toEqual(
      [
        ['tel:999', 'Call 999 In an emergency. Free, day and night, every day.'],
        ['tel:116123', 'Call 116 123 Samaritans. Free, day and night, every day.'],
        ['sms:85258?body=SHOUT', 'Text SHOUT to 85258 Shout. Free, day and night, every day.'],
      ].map(([href, text]) => ({ href, text, fits: true, calls: href })),
    );
  });

  it('has the navigation below everything else', async () => {
    const [lastNumber, navigation] = await onPhone('/help-now', async (page) => [
      await page.locator('main a[href^="tel:"]').last().boundingBox(),
      await page.getByRole('navigation', { name: 'Main' }).boundingBox(),
    ]);
    expect(navigation?.y).toBeGreaterThan(lastNumber?.y ?? Infinity);
  });
});

describe('the reader view', () => {
  it('of Help now keeps every number', async () => {
    const { text } = await readerView(browser, `${stack.site.url}/help-now`);
    for (const { call, text: sms, relay } of helpLines)
      for (const number of [call, sms, relay]) if (number !== null) expect(text).toContain(number);
  });

  it.each(['/privacy', '/comment-policy', '/accessibility', '/[slug]', '/blog/[slug]', '/workshops/[slug]'])(
    'of %s keeps every heading and sentence of the page',
    async (route) => {
      const page = pages.find((one) => one.route === route);
      const url = stack.site.url + (await page?.find(stack.site.url));
      const { headings, paragraphs, text } = await readerView(browser, url);
      expect(headings.length + paragraphs.length).toBeGreaterThan(3);
      expect(headings.filter((heading) => !text.includes(heading))).toEqual([]);
      expect(paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    },
  );
});
