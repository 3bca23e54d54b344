import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Creates a browser context that can reach the weather forecast, but no other host. */
const open = async (javaScriptEnabled: boolean): Promise<void> => {
  context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  );
  page = await context.newPage();
};
afterEach(() => context.close());

describe('keyboard focus', () => {
  beforeEach(() => open(false));

  it('reaches the skip link first, which leads past the navigation', async () => {
    await page.goto(stack.site.url);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.getAttribute('href')).toBe('#main');
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  it('reaches help and the quick exit next', async () => {
    await page.goto(`${stack.site.url}/blog`);
    const names: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('Tab');
      names.push((await page.locator(':focus').innerText()).trim());
    }
    expect(names.slice(1)).toEqual(['Need help now?', 'Leave this site']);
  });

  it('is visible on every link of a page', async () => {
    await page.goto(`${stack.site.url}/blog`);
    const links = await page.locator('a:visible').count();
    for (let i = 0; i < links; i += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.locator(':focus').evaluate((element) => {
        const style = getComputedStyle(element);
        return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px');
      });
      expect(seen).toBe(true);
    }
  });
});

describe('the quick exit', () => {
  it('is a plain link without JavaScript and sends no referrer', async () => {
    await open(false);
    await page.goto(stack.site.url);
    const asked = page.waitForRequest('https://www.bbc.co.uk/**');
    await page.getByRole('link', { name: 'Leave this site' }).click();
    expect((await asked).headers().referer).toBeUndefined();
    await page.getByText('Weather').waitFor();
  });

  it('replaces the page with JavaScript, so that Back does not return to it', async () => {
    await open(true);
    await page.goto(`${stack.site.url}/help-now`);
    await page.goto(`${stack.site.url}/blog`);
    await page.getByRole('link', { name: 'Leave this site' }).click();
    await page.getByText('Weather').waitFor();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/help-now');
  });

  it('works when Shift is pressed three times', async () => {
    await open(true);
    await page.goto(stack.site.url);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
    await page.getByText('Weather').waitFor();
  });
});
