import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Block } from 'shared';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { AdminPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';

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

/** @see https://wicg.github.io/layout-instability/#sec-layout-shift */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

/**
 * Scrolls through a page whose pictures arrive late. Returns the sizes of those in the text before and after they are
 * loaded, in pixels, and by how much everything together has jumped.
 * @see https://web.dev/articles/cls
 */
async function sizesWhileLoading(url: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport });
  const arrive = Promise.withResolvers<void>();
  await context.route('**/media/**', async (route) => {
    await arrive.promise;
    await route.continue();
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const images = page.locator('.prose figure img');
  const sizes = () =>
    images.evaluateAll((all) => all.map((image) => [image.clientWidth, image.clientHeight] as [number, number]));
  // What the typefaces move when they arrive is not what this is about.
  await page.evaluate(async () => {
    await document.fonts.ready;
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) shifts.push(entry.value);
    }).observe({ type: 'layout-shift' });
    Object.assign(globalThis, { shifts });
  });
  const before = await sizes();
  arrive.resolve();
  for (const image of await images.all()) {
    await image.evaluate((element) => {
      element.scrollIntoView({ block: 'end' });
    });
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  const after = await sizes();
  const shifts = await page.evaluate(() => (globalThis as typeof globalThis & { shifts: number[] }).shifts);
  await context.close();
  return { before, after, shift: shifts.reduce((sum, value) => sum + value, 0) };
}

describe('the counsellor, writing a post for readers,', () => {
  it('signs in and sees her content without technical entries', async () => {
    const { counsellor } = stack.cms.logins;
    await adminPage.signIn(counsellor.email, counsellor.password);
    const menu = await adminPage.page.getByRole('navigation').first().innerText();
    expect(menu).not.toMatch(/Content-Type Builder|Marketplace|Deploy/);
    await adminPage.page.goto(`${stack.cms.url}/admin/settings/api-tokens`);
    await adminPage.page.getByText('This page is not part of your dashboard.').first().waitFor();
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
    expect(await adminPage.text.innerText()).toContain('A thought without a title yet.');
    expect(await (await fetch(`${stack.site.url}/blog`)).text()).not.toContain('A thought without a title yet.');
  });

  it('can publish pictures of any shape: their room is reserved before they are loaded', async () => {
    const admin = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
    const shapes = [
      [600, 1500],
      [900, 1200],
      [1600, 1000],
      [2400, 800],
      [300, 200],
    ] as const;
    const body: Block[] = [];
    for (const [width, height] of shapes) {
      const bytes = await sharp({ create: { width, height, channels: 3, background: '#7a8c6a' } })
        .jpeg()
        .toBuffer();
      const image = await admin.upload(`${width} by ${height}.jpg`, 'image/jpeg', bytes);
      body.push(...paragraphs('A line above the picture.'), {
        type: 'image',
        image,
        children: [{ type: 'text', text: '' }],
      } as never);
    }
    body.push(...paragraphs('A line below the last.'));
    await admin.publishPost({ title: 'Many shapes', slug: 'many-shapes', body });
    await admin.publishWorkshop(workshopFields({ title: 'Many shapes', slug: 'many-shapes', description: body }));
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1280, height: 800 },
    ]) {
      for (const address of ['/blog/many-shapes', '/workshops/many-shapes']) {
        const { before, after, shift } = await sizesWhileLoading(stack.site.url + address, viewport);
        expect(before, address).toHaveLength(shapes.length);
        for (const [n, [width, height]] of shapes.entries()) {
          const size = before[n] ?? [0, 0];
          expect(size[0] / size[1], address).toBeCloseTo(width / height, 1);
          expect(size[0]).toBeGreaterThan(100);
          // Never taller than the screen, but for pictures that would become too narrow to see anything.
          expect(size[1]).toBeLessThan(viewport.height);
        }
        expect(after, address).toEqual(before);
        expect(shift, address).toBeLessThan(0.01);
      }
    }
  });

  it('describes her portrait in a text that fits the place of a picture that does not arrive', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await context.route('**/media/**', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${stack.site.url}/blog/when-the-night-is-loud`);
    const portrait = page.locator('.author img');
    await portrait.scrollIntoViewIfNeeded();
    const [needed, room] = await portrait.evaluate((image: HTMLImageElement) => {
      const text = document.createElement('div');
      text.textContent = image.alt;
      text.style.font = getComputedStyle(image).font;
      text.style.inlineSize = `${image.clientWidth}px`;
      document.body.append(text);
      return [text.clientHeight, image.clientHeight];
    });
    expect(needed).toBeGreaterThan(20);
    // The sign of a broken picture takes a line.
    expect(needed + 20).toBeLessThan(room);
    await context.close();
  });

  it('causes no request to another host', () => {
    expect(heardInAdmin.foreign).toEqual([]);
  });
});
