import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listedComments } from 'shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { type Heard, listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import { kindText } from '../support/kind-text.ts';
import { showsLabelOfFocus } from '../support/page-checks.ts';
import { aPostSlug } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let heard: Heard;
let slug: string;

beforeAll(async () => {
  stack = await startStack({ env: { FORM_LIMITS: 'off' } });
  browser = await startBrowser();
  slug = await aPostSlug(stack.site.url);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  heard = listen(context, stack.site.url);
  page = await context.newPage();
});
afterEach(() => context.close());

const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const title = () => page.locator('h1').innerText();
const type = async (text: string, name = 'Marnie'): Promise<void> => {
  await page.getByLabel('Name or pseudonym').fill(name);
  await page.getByRole('textbox', { name: 'Your comment' }).fill(text);
  await page.getByLabel('Keep what I write').check();
};

/** Returns how many comments with this text wait for a decision. */
const waitingWith = async (text: string): Promise<number> => {
  const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  const { comments } = await counsellor.fetch(listedComments, '/comments?list=waiting&page=1');
  return comments.filter(({ excerpt }) => excerpt === text).length;
};

describe('a reader on a phone without JavaScript', () => {
  it('writes, checks and sends a comment, finds it with the private link and deletes it', async () => {
    const words = `${kindText()}\n\nYou can ring me on 07700 900123 <if you like>.`;
    await page.goto(`${stack.site.url}/blog/${slug}`);
    await press('Send');
    expect(await page.title()).toMatch(/^Error: /);
    // A page takes its first focus when it is painted.
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await page.locator('.error-summary').getByRole('link', { name: 'Write your comment' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('c-text');
    expect(await showsLabelOfFocus(page)).toBe(true);

    await type(words);
    await press('Send');
    expect(await title()).toBe('Check what you wrote');
    expect((await page.locator('.comment--preview .plain-text p').allInnerTexts()).join('\n\n')).toBe(words);
    expect(await page.locator('.gentle').innerText()).toContain('a phone number');
    expect(await scrollsSideways(page)).toBe(false);

    await press('Change it');
    const shorter = kindText();
    expect(await page.getByRole('textbox', { name: 'Your comment' }).inputValue()).toBe(words);
    await page.getByRole('textbox', { name: 'Your comment' }).fill(shorter);
    await press('Send');
    expect(await page.locator('.gentle').count()).toBe(0);
    await press('Send it');
    expect(await title()).toBe('Thank you. Your comment is waiting to be read.');
    expect(await scrollsSideways(page)).toBe(false);
    await page.reload();
    expect(await title()).toBe('Thank you. Your comment is waiting to be read.');

    await page.getByRole('link', { name: 'Open your private page' }).click();
    expect(await page.locator('body').innerText()).not.toContain(shorter);
    await press('Show what I wrote');
    expect(await page.locator('.plain-text').innerText()).toBe(shorter);
    await press('Delete my comment');
    await press('Yes, delete it');
    expect(await title()).toBe('It has been deleted');
    expect(heard.foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('writes a note to the counsellor, finds the answer with the number and the code, and writes back', async () => {
    const words = kindText();
    await page.goto(`${stack.site.url}/blog/${slug}/comment`);
    await type(words, 'T.');
    await page.getByLabel('Only Nora Ashby').check();
    await page.getByLabel('Email').fill('t@example.org');
    await press('Send');
    expect(await page.locator('main').innerText()).toMatch(
      /Only for Nora Ashby[\s\S]*only email t@example\.org when there is an answer/,
    );
    await press('Send it');
    expect(await title()).toBe('Thank you. Your note has been sent.');
    const [number = '', code = ''] = await page
      .locator('dd .copy')
      .allInnerTexts()
      .then((all) => all.slice(1));
    const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
    await counsellor.reply(Number(number), 'Thank you for telling me.');
    await page.goto(`${stack.site.url}/your-comment`);
    await page.getByRole('textbox', { name: 'Number' }).fill(number);
    await page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
    await press('Continue');
    await press('Show what I wrote');
    const main = page.locator('main');
    expect(await main.innerText()).toMatch(/Your note has been read and answered[\s\S]*Thank you for telling me\./);

    await press('Send');
    expect(await page.locator('.error-summary').innerText()).toContain('Write your message');
    const back = kindText();
    await page.getByRole('textbox', { name: 'Your message' }).fill(back);
    expect(await scrollsSideways(page)).toBe(false);
    await main.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await page.getByText('Your message was sent.').waitFor();
    const help = main.locator('a[href="tel:116123"]').last();
    expect((await help.boundingBox())?.y).toBeLessThan(740);
    await press('Show what I wrote');
    expect(await main.innerText()).toContain('What you wrote last is waiting to be read');
    expect(await main.getByText(back).count()).toBe(1);
    expect(await waitingWith(back)).toBe(1);
  });

  it('is shown help first after sending, then what happens next, and learns nothing of a flag', async () => {
    const shown: string[] = [];
    for (const words of [kindText(), 'I want to kill myself tonight. I have the tablets ready.']) {
      await page.goto(`${stack.site.url}/blog/${slug}/comment`);
      await type(words);
      await press('Send');
      await press('Send it');
      const main = page.locator('main');
      const hrefs = await main.getByRole('link').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
      expect(hrefs.slice(0, 3)).toEqual(['tel:116123', 'tel:999', '/help-now']);
      expect(await main.getByText('Free, day and night').count()).toBe(2);
      expect(await page.locator('a[href="tel:116123"]').count()).toBe(1);
      const first = await main.locator('.help-button').first().boundingBox();
      expect((first?.y ?? 740) + (first?.height ?? 740)).toBeLessThan(740);
      expect(await main.innerText()).toMatch(/116 123[\s\S]*999[\s\S]*What happens next[\s\S]*Your private link/);
      expect(await scrollsSideways(page)).toBe(false);
      const numbers = await main.locator('dd .copy').allInnerTexts();
      const path = new URL(numbers[0] ?? '').pathname;
      shown.push([path, ...numbers].reduce((html, own) => html.replaceAll(own, '…'), await main.innerHTML()));
    }
    expect(shown[1]).toBe(shown[0]);
  });

  it('sends one comment with two presses of the button', async () => {
    const words = kindText();
    await page.goto(`${stack.site.url}/blog/${slug}/comment`);
    await type(words);
    await press('Send');
    await page.locator('main').getByRole('button', { name: 'Send it' }).dblclick();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    expect(await waitingWith(words)).toBe(1);
  });

  it('keeps what was typed while the CMS is unavailable, and sends it afterwards', async () => {
    const words = kindText();
    await page.goto(`${stack.site.url}/blog/${slug}/comment`);
    await type(words);
    await press('Send');
    stack.cms.kill('SIGSTOP');
    try {
      await press('Send it');
      expect(await page.locator('.notice').innerText()).toContain('We can’t do this right now');
      expect(await page.locator('.comment--preview .plain-text').innerText()).toBe(words);
    } finally {
      stack.cms.kill('SIGCONT');
    }
    await expect
      .poll(
        async () => {
          await press('Send it');
          return title();
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe('Thank you. Your comment is waiting to be read.');
    expect(await waitingWith(words)).toBe(1);
  });
});
