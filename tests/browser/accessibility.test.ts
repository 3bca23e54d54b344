import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { violationsOn } from '../support/axe.ts';
import { listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { pages, roomyWorkshop, type SitePage } from './pages.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  // These tests send many comments from one network.
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await counsellor.publishWorkshop(
    workshopFields({
      title: 'Room for everybody',
      slug: roomyWorkshop,
      capacity: 1_000,
      prices: [
        { label: 'Standard', amount: 48 },
        { label: 'If money is tight', amount: 24, note: 'We don’t ask for proof.' },
      ],
    }),
  );
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

interface Opened extends BrowserContextOptions {
  path: string;
  act?: SitePage['act'];
}

const withPage = async <T>(
  { path, act, ...options }: Opened,
  look: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> => {
  // In the zone of the workshops: elsewhere the client script adds the reader's local time.
  const context = await browser.newContext({ timezoneId: 'Europe/London', ...options });
  try {
    const page = await context.newPage();
    await page.goto(stack.site.url + path);
    await act?.(page);
    return await look(page, context);
  } finally {
    await context.close();
  }
};

describe.each(pages)('the page $route', ({ find, act }) => {
  let path: string;
  beforeAll(async () => {
    path = await find(stack.site.url);
  });

  it('has no accessibility violations (axe), on narrow and wide screens, in light and dark mode', async () => {
    const found = await withPage({ reducedMotion: 'reduce', path, act }, violationsOn);
    expect(found).toEqual([]);
  });

  it('does not scroll sideways at 320 px (WCAG 1.4.10), nor with text at 200% (WCAG 1.4.4)', async () => {
    const sideways = await withPage({ viewport: { width: 320, height: 640 }, path, act }, async (page) => {
      const narrow = await scrollsSideways(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      return { narrow, large: await scrollsSideways(page) };
    });
    expect(sideways).toEqual({ narrow: false, large: false });
  });

  it('sends no request to another host, sets no cookie and logs nothing to the console', async () => {
    const context = await browser.newContext();
    const heard = listen(context, stack.site.url);
    const page = await context.newPage();
    const answer = await page.goto(stack.site.url + path, { waitUntil: 'networkidle' });
    // The browser itself logs that the page it was sent to is an error.
    await act?.(page);
    const own = heard.console.filter(
      (line) =>
        !(answer?.status() === 404 && line.includes('status of 404')) && !(act && line.includes('status of 422')),
    );
    const cookies = await context.cookies();
    await context.close();
    expect({ ...heard, console: own, cookies }).toEqual({ console: [], foreign: [], failed: [], cookies: [] });
  });

  it('has the same text without JavaScript, only the client script, and no skipped heading level', async () => {
    const text = (page: Page) => page.locator('body').innerText();
    const [scripts, levels, said] = await withPage({ path, act }, (page) =>
      Promise.all([
        page.locator('script:not([type="application/ld+json"])').evaluateAll((all) =>
          all.map((script) => ({
            src: script.getAttribute('src'),
            integrity: script.getAttribute('integrity')?.slice(0, 7),
            inline: (script.textContent ?? '').length,
          })),
        ),
        page.locator('h1,h2,h3,h4,h5,h6').evaluateAll((all) => all.map((heading) => Number(heading.tagName[1]))),
        text(page),
      ]),
    );
    expect(scripts).toEqual(
      ['exit', 'main'].map((name) => ({
        src: expect.stringMatching(new RegExp(`^/_client/${name}\\.\\w+\\.js$`)) as string,
        integrity: 'sha384-',
        inline: 0,
      })),
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? level)).toBeLessThanOrEqual(1));
    expect(await withPage({ javaScriptEnabled: false, path, act }, text)).toBe(said);
  });
});
