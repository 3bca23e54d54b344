import type { Browser, Page } from 'playwright-core';
import { helpLines } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { aPostSlug } from '../support/reader.ts';
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

describe('a page that is printed or saved as a PDF', () => {
  it.each(['/help-now', '/blog/[slug]', '/workshops/[slug]'])(
    '%s is whole, can be copied, and has no navigation',
    async (route) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(stack.site.url + (await pages.find((one) => one.route === route)?.find(stack.site.url)));
      const texts = await page.locator('main :is(h1, h2, h3, p, li, dd)').evaluateAll((all) =>
        all
          .filter(
            (element) => element.closest('form, nav, #comments, .comment-form, .invite, .calendars, .links') === null,
          )
          .filter((element) => element.querySelector('p, li, .button, a[href^=http]') === null)
          .map((element) => element.textContent.replaceAll(/\s/g, '')),
      );
      const pdf = await readPdf(await page.pdf({ format: 'A4' }));
      await context.close();
      expect(texts.length).toBeGreaterThan(10);
      expect(texts.filter((text) => !pdf.letters.includes(text))).toEqual([]);
      expect(pdf.letters).not.toContain('Needhelpnow?');
      expect(pdf.letters).not.toContain('Bookacall');
    },
  );
});

describe('with forced colours (Windows high contrast)', () => {
  it('help buttons have borders, the quick exit sticks, and one item of the navigation is marked', async () => {
    const context = await browser.newContext({ forcedColors: 'active', viewport: phone });
    const page = await context.newPage();
    await page.goto(`${stack.site.url}/help-now`);
    const borders = await page
      .locator('.help-button')
      .evaluateAll((all) => all.map((b) => getComputedStyle(b).borderTopStyle));
    expect(borders).toEqual(['solid', 'solid', 'solid']);
    await page.keyboard.press('End');
    expect(await page.getByRole('link', { name: 'Leave this site' }).boundingBox()).toMatchObject({ y: 0 });
    await page.goto(`${stack.site.url}/workshops`);
    const marked = await page
      .locator('.site-nav a')
      .evaluateAll((all) =>
        all.filter((a) => getComputedStyle(a).textDecorationLine === 'underline').map((a) => a.textContent),
      );
    expect(marked).toEqual(['Workshops']);
    await page.goto(`${stack.site.url}/blog/${await aPostSlug(stack.site.url)}`);
    const boxes = await page
      .locator('.choice input')
      .evaluateAll((all) => all.map((b) => getComputedStyle(b).appearance));
    expect(new Set(boxes)).toEqual(new Set(['auto']));
    await context.close();
  });
});
