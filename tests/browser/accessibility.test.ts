import type { Browser, BrowserContext, Page } from 'playwright-core';
import { workshopCancelled } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { violationsIn } from '../support/axe.ts';
import { type Heard, listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import {
  cutWords,
  hiddenFocus,
  smallTargets,
  touchingWords,
  unnamedLists,
  unreadable,
  wordsOn,
} from '../support/page-checks.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';
import { cancelledWorkshop, pages, roomyWorkshop } from './pages.ts';

let stack: Stack;
let browser: Browser;
/** What most readers have, and a browser that runs no script and understands nothing of the style sheet. */
let usual: BrowserContext;
let plain: BrowserContext;
let heard: Heard;

beforeAll(async () => {
  // These tests send many comments from one network.
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  const prices = [
    { label: 'Standard', amount: 48 },
    { label: 'If money is tight', amount: 24, note: 'We don’t ask for proof.' },
  ];
  const roomy = { title: 'Room for everybody', slug: roomyWorkshop, capacity: 1_000, prices };
  await counsellor.publishWorkshop(workshopFields(roomy));
  const off = await counsellor.publishWorkshop(workshopFields({ title: 'Called off', slug: cancelledWorkshop }));
  await counsellor.post(workshopCancelled, `/workshops/${off}/cancel`, { message: 'I am ill.\n\nI am sorry.' });
  browser = await startBrowser();
  // In the zone of the workshops: elsewhere the client script adds the reader's local time.
  usual = await browser.newContext({ timezoneId: 'Europe/London', reducedMotion: 'reduce' });
  heard = listen(usual, stack.site.url);
  plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await plain.route('**/*.css', (route) => route.abort());
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe.each(pages)('the page $route', ({ route, find, act }) => {
  let path: string;
  let page: Page;
  let status: number | undefined;
  const open = async (context: BrowserContext): Promise<Page> => {
    const opened = await context.newPage();
    status = (await opened.goto(stack.site.url + path))?.status();
    await act?.(opened);
    return opened;
  };
  beforeAll(async () => {
    path = await find(stack.site.url);
    for (const list of Object.values(heard) as string[][]) list.length = 0;
    page = await open(usual);
  });
  afterAll(() => page?.close());

  it('has no accessibility violations (axe), on narrow and wide screens, in light and dark mode', async () => {
    const found = [
      await violationsIn(page, { width: 360, colorScheme: 'light' }),
      await violationsIn(page, { width: 1280, colorScheme: 'dark' }),
    ];
    expect(found.flat()).toEqual([]);
  });

  it('can be read at 320 px and at 400% (WCAG 1.4.10), and with text at 200% (WCAG 1.4.4)', async () => {
    const found: Record<string, string[]> = {};
    for (const [width, height] of [
      [320, 640],
      [320, 256],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      found[`${width} × ${height}`] = await unreadable(page);
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    found['text at 200%'] = await unreadable(page);
    await page.setViewportSize({ width: 320, height: 640 });
    found['320 px with text at 200%'] = [
      ...((await scrollsSideways(page)) ? ['the page scrolls sideways'] : []),
      ...(await cutWords(page)).map((word) => `“${word}” is cut in its middle`),
    ];
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
  });

  it('can be used by touch and by keyboard, and names its lists', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await hiddenFocus(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await smallTargets(page)).toEqual([]);
    expect(await unnamedLists(page)).toEqual([]);
  });

  it('sends no request to another host, sets no cookie and logs nothing to the console', async () => {
    await page.waitForLoadState('networkidle');
    // The browser itself logs that the page it was sent to is an error.
    const own = heard.console.filter(
      (line) => !(status === 404 && line.includes('status of 404')) && !(act && line.includes('status of 422')),
    );
    // Of a picture, another size was chosen before the first was there.
    const failed = heard.failed.filter((line) => !/\/media\/\S+ net::ERR_ABORTED/.test(line));
    const cookies = await usual.cookies();
    expect({ ...heard, failed, console: own, cookies }).toEqual({ console: [], foreign: [], failed: [], cookies: [] });
  });

  it('has only the client scripts, and no skipped heading level', async () => {
    const scripts = await page.locator('script:not([type="application/ld+json"])').evaluateAll((all) =>
      all.map((script) => ({
        src: script.getAttribute('src'),
        integrity: script.getAttribute('integrity')?.slice(0, 7),
        inline: (script.textContent ?? '').length,
      })),
    );
    expect(scripts).toEqual(
      ['exit', 'main', ...(/^\/book(?: |$)/.test(route) ? ['zone'] : [])].map((name) => ({
        src: expect.stringMatching(new RegExp(`^/_client/${name}\\.\\w+\\.js$`)) as string,
        integrity: 'sha384-',
        inline: 0,
      })),
    );
    const levels = await page
      .locator('h1,h2,h3,h4,h5,h6')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? level)).toBeLessThanOrEqual(1));
  });

  it('has the same words, apart from each other, without JavaScript and without its style sheet', async () => {
    const bare = await open(plain);
    await bare.locator('style').evaluateAll((all) => all.forEach((style) => style.remove()));
    const [inOrder, words, touching] = [await wordsOn(bare), await wordsOn(page), await touchingWords(page)];
    const largest = await bare
      .locator('svg, img')
      .evaluateAll((all) => Math.max(...all.map((picture) => picture.getBoundingClientRect().width)));
    await bare.close();
    expect(touching).toEqual([]);
    expect(inOrder).toEqual(words);
    expect(inOrder.slice(0, 11).join(' ')).toBe('Skip to the main content Need help now Leave this site');
    expect(inOrder.join(' ')).not.toContain('Leave this empty');
    expect(largest).toBeLessThanOrEqual(320);
  });
});
