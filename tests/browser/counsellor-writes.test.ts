import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** A reader who comes this long after a change sees it, in milliseconds, however long the page takes to load. */
const seenWithin = 2000;

let stack: Stack;
let browser: Browser;
let adminPage: AdminPage;
let reader: Page;
let heardInAdmin: Heard;
let dir: string;

beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
  dir = mkdtempSync(path.join(tmpdir(), 'quiet-room-browser-'));
  const inAdmin = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  heardInAdmin = listen(inAdmin, stack.cms.url);
  adminPage = new AdminPage(await inAdmin.newPage(), stack.cms.url);
  const onPhone = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  reader = await onPhone.newPage();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Opens the page until it says this; fails when it was opened in vain two seconds after the change. */
async function readWithin(address: string, says: string): Promise<void> {
  const until = performance.now() + seenWithin;
  for (;;) {
    const opened = performance.now();
    await reader.goto(stack.site.url + address);
    if (await reader.getByText(says).first().isVisible()) return;
    if (opened > until)
      throw new Error(
        `${address} did not say “${says}” within ${seenWithin} ms: ${await reader.locator('main').innerText()}`,
      );
  }
}

describe('the counsellor, writing a post for readers,', () => {
  it('signs in and sees her content without technical entries', async () => {
    const { counsellor } = stack.cms.logins;
    await adminPage.signIn(counsellor.email, counsellor.password);
    const menu = await adminPage.page.getByRole('navigation').first().innerText();
    expect(menu).not.toMatch(/Content-Type Builder|Marketplace|Deploy/);
    await adminPage.page.goto(`${stack.cms.url}/admin/settings/api-tokens`);
    await adminPage.page
      .getByText(/don't have the permissions|No permissions/i)
      .first()
      .waitFor();
  });

  it('publishes it with headings, a list, a quotation and a picture', async () => {
    const picture = path.join(dir, 'window.jpg');
    await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#c8a26a' } })
      .jpeg()
      .toFile(picture);
    await adminPage.newEntry('api::post.post');
    await adminPage.fill('title', 'A window, and what to do with it');
    await adminPage.write([
      { kind: 'Text', text: 'You can always look out of it.' },
      { kind: 'Heading 2', text: 'What is there' },
      { kind: 'Text', text: 'Mostly weather.' },
      { kind: 'Bulleted list', text: 'A tree\nA neighbour’s cat' },
      { kind: 'Text', text: 'And sometimes this:' },
      { kind: 'Quote', text: 'The light came back, as it does.' },
      { kind: 'Text', text: 'That was all.' },
    ]);
    await adminPage.addPicture(picture, 'A yellow window in the evening.', 'The window at five.');
    await adminPage.publish();
    await readWithin('/blog', 'A window, and what to do with it');

    const link = reader.getByRole('link', { name: 'A window, and what to do with it' });
    await link.first().click();
    expect(new URL(reader.url()).pathname).toBe('/blog/a-window-and-what-to-do-with-it');
    expect(await reader.locator('h1').innerText()).toBe('A window, and what to do with it');
    expect(await reader.getByRole('heading', { level: 2, name: 'What is there' }).getAttribute('id')).toBe(
      'what-is-there',
    );
    expect(await reader.locator('main ul li', { hasText: /^A tree$/ }).count()).toBe(1);
    expect(await reader.locator('blockquote').innerText()).toContain('The light came back, as it does.');
  });

  it('sees its picture on the page from the site’s own host, in several sizes, with its alternative text', async () => {
    const image = reader.locator('main figure img');
    expect(await image.getAttribute('alt')).toBe('A yellow window in the evening.');
    expect(await reader.locator('figcaption').innerText()).toBe('The window at five.');
    expect(await image.getAttribute('src')).toMatch(/^\/media\//);
    expect(await image.getAttribute('srcset')).toMatch(/\/media\/\S+ \d+w/);
    expect([await image.getAttribute('width'), await image.getAttribute('height')]).not.toContain(null);
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });

  it('changes its text, which is on the page within two seconds', async () => {
    await adminPage.write([{ kind: 'Text', text: 'One more thing: open it.' }]);
    await adminPage.publish();
    await readWithin('/blog/a-window-and-what-to-do-with-it', 'One more thing: open it.');
  });

  it('changes its slug, and the old one redirects to the new one', async () => {
    await adminPage.fill('slug', 'the-window');
    await adminPage.publish();
    await readWithin('/blog/the-window', 'You can always look out of it.');
    await expect
      .poll(async () => {
        await reader.goto(`${stack.site.url}/blog/a-window-and-what-to-do-with-it`);
        return new URL(reader.url()).pathname;
      })
      .toBe('/blog/the-window');
    const moved = await fetch(`${stack.site.url}/blog/a-window-and-what-to-do-with-it`, { redirect: 'manual' });
    expect([301, 308]).toContain(moved.status);
  });

  it('saves an unfinished draft, and sees beside the field what is missing before publication', async () => {
    await adminPage.newEntry('api::post.post');
    await adminPage.write([{ kind: 'Text', text: 'A thought without a title yet.' }]);
    await adminPage.save();
    await adminPage.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await adminPage.page
      .getByText(/needs a title|give .* a title/i)
      .first()
      .waitFor();
    expect(await adminPage.page.locator('[data-slate-editor]').innerText()).toContain('A thought without a title yet.');
    expect(await (await fetch(`${stack.site.url}/blog`)).text()).not.toContain('A thought without a title yet.');
  });

  it('causes no request to another host', () => {
    expect(heardInAdmin.foreign).toEqual([]);
  });
});
