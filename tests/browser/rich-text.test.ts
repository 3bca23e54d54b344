import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Block, postResponse } from 'shared';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage, signInContext } from '../support/admin-pages.ts';
import { violationsIn } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { top } from '../support/cms-settings.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

let cms: RunningCms;
let browser: Browser;
let admin: AdminPage;
let page: Page;
const dir = mkdtempSync(path.join(tmpdir(), 'quiet-room-rich-text-'));
const picture = path.join(dir, 'door.jpg');

beforeAll(async () => {
  cms = await startCms();
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' });
  // Several walks leave a form unsaved on purpose; each begins without what the one before would be offered.
  await context.addInitScript(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('quiet-room:not-saved:')) localStorage.removeItem(key);
  });
  page = await context.newPage();
  admin = new AdminPage(page, cms.url);
  await signInContext(context, cms.url, cms.logins.counsellor);
  await sharp({ create: { width: 800, height: 500, channels: 3, background: '#3c6e47' } })
    .jpeg()
    .toFile(picture);
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const html = (source: string): string =>
  readFileSync(path.join(top, `cms/src/admin/rich-text/paste/fixtures/${source}.html`), 'utf8');

/** Copies as another program would, and pastes with the keyboard. */
const paste = async (formats: Record<string, string>): Promise<void> => {
  await page.evaluate((copied) => {
    const copy = (event: ClipboardEvent): void => {
      for (const [type, text] of Object.entries(copied)) event.clipboardData?.setData(type, text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', copy, { capture: true, once: true });
  }, formats);
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Control+V');
};

/** What the editor shows: its blocks by their elements, with their text. */
const shown = (): Promise<string[]> =>
  admin.text.evaluate((text) =>
    [...text.children].map(({ localName, textContent }) => `${localName}: ${textContent ?? ''}`),
  );
const undo = (): Promise<void> => page.keyboard.press('Control+Z');

/** A new post with an empty text that the cursor is in. */
const newPost = async (title: string): Promise<void> => {
  await admin.newEntry('api::post.post');
  await admin.fill('title', title);
  await admin.text.click();
};

/** A post as the site reads it. */
const published = async (slug: string): Promise<Block[]> => {
  const response = await fetch(`${cms.url}/api/posts/${slug}`, {
    headers: { authorization: `Bearer ${cms.webToken}` },
  });
  return postResponse.parse(await response.json()).data.body;
};

const lighthouse = [
  'h2: How to get there',
  'p: Take the early boat, not the late one. The timetable is on the quay.',
  'ul: A warm coatwith two pocketsA map',
  'h3: On the island',
  'ol: Ring the bell.Wait.',
  'blockquote: Nobody hurries here.',
];

describe('a text in the admin', () => {
  it('keeps what is pasted from Word, Google Docs, Wix and a page, and says what it leaves out', async () => {
    await newPost('A lighthouse');
    const leftOut = page.getByRole('status').getByText('Left out');
    for (const [source, lost] of [
      ['google-docs', 'Left out: a picture.'],
      ['wix', 'Left out: a picture, a dividing line, something embedded.'],
      ['web-page', 'Left out: a picture, a link that leads nowhere.'],
      ['word', 'Left out: a table (its text was kept), 2 pictures.'],
    ] as const) {
      await paste({ 'text/html': html(source), 'text/plain': 'never used' });
      await leftOut.getByText(lost).waitFor();
      expect(
        (await shown()).filter((line) => lighthouse.includes(line)),
        source,
      ).toEqual(lighthouse);
      await undo();
      await expect.poll(shown).toEqual(['p: ']);
    }
    expect(await page.title()).not.toBe('taken over');
    await paste({ 'text/html': html('wix') });
    await expect.poll(shown).toEqual(lighthouse);
    await admin.publish();
    const body = await published('a-lighthouse');
    expect(body.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'heading', 'list', 'quote']);
    expect(body[2]).toMatchObject({ children: [{ type: 'list-item' }, { type: 'list' }, { type: 'list-item' }] });
  });

  it('is shown and stored again as it was, until it is changed', async () => {
    await page.reload();
    await expect.poll(shown).toEqual(lighthouse);
    await expect(page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).resolves.toBe(true);
  });

  it('is written with the keyboard alone, with what writers type, and undone', async () => {
    await newPost('By keyboard');
    const { keyboard } = page;
    await keyboard.type('# Doors');
    await keyboard.press('Enter');
    await keyboard.type('- green');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.type('with a bell');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.type('red');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('> Knock.');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.press('Control+B');
    await keyboard.type('Bold');
    await keyboard.press('Control+B');
    await keyboard.type(' and plain');
    expect(await shown()).toEqual(['h2: Doors', 'ul: greenwith a bellred', 'blockquote: Knock.', 'p: Bold and plain']);
    expect(await admin.text.locator('strong').innerText()).toBe('Bold');
    for (let n = 0; n < 60 && (await shown()).join() !== 'p: '; n += 1) await undo();
    expect(await shown()).toEqual(['p: ']);
  });

  it('takes lines of plain text as paragraphs, makes a list of the selected ones, and an address a link', async () => {
    await newPost('Plain lines');
    await paste({ 'text/plain': 'one\ntwo\n\nthree' });
    await expect.poll(shown).toEqual(['p: one', 'p: two', 'p: three']);
    await page.keyboard.press('Control+A');
    await admin.tool('Bulleted list').click();
    await expect.poll(shown).toEqual(['ul: onetwothree']);
    await expect.poll(() => admin.tool('Bulleted list').getAttribute('aria-pressed')).toBe('true');
    await admin.text.getByText('one', { exact: true }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe('one');
    // The editor hears of a selection an event later than the page has it: before the next frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await paste({ 'text/plain': 'https://example.org/one' });
    expect(await admin.text.locator('a').getAttribute('href')).toBe('https://example.org/one');
    expect(await admin.text.locator('a').innerText()).toBe('one');
  });

  it('links to the counsellor’s own pages by their title, and refuses an address that can’t work', async () => {
    await page.keyboard.press('Control+K');
    const dialog = page.getByRole('dialog', { name: 'Link' });
    const address = dialog.getByLabel('Address, or part of a title');
    await address.fill('http://192.168.0.1/door');
    await dialog.getByRole('button', { name: 'Change the link' }).click();
    await dialog.getByText('leads to a private network').waitFor();
    await address.fill('lighth');
    await dialog.getByRole('button', { name: 'A lighthouse (Post)' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await admin.text.locator('a').getAttribute('href')).toBe('/blog/a-lighthouse');
    await expect.poll(() => admin.text.evaluate((text) => text === document.activeElement)).toBe(true);
  });

  it('takes a picture that is pasted, with a description, and stores it in the published post', async () => {
    await page.keyboard.press('Control+End');
    const bytes = readFileSync(picture).toString('base64');
    await admin.text.evaluate((text, base64) => {
      const data = new DataTransfer();
      const binary = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
      data.items.add(new File([binary], 'door.jpg', { type: 'image/jpeg' }));
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, bytes);
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await dialog.getByRole('button', { name: 'Insert the picture' }).click();
    await dialog.getByText('Describe the picture in a few words').waitFor();
    await dialog.getByLabel('Description (alternative text)').fill('A green door');
    await dialog.getByRole('button', { name: 'Insert the picture' }).click();
    await dialog.waitFor({ state: 'detached' });
    await admin.text.locator('figure img[alt="A green door"]').waitFor();
    await admin.publish();
    const body = await published('plain-lines');
    expect(body.map(({ type }) => type).slice(0, 2)).toEqual(['list', 'image']);
    expect(body[1]).toMatchObject({ image: { alt: 'A green door', width: 800, height: 500 } });
  });

  it('offers pictures that are stored already, and changes the description of one in the text', async () => {
    await admin.text.locator('figure').click();
    await admin.tool('Picture').click();
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await dialog.getByLabel('Description (alternative text)').fill('A green door, closed');
    await dialog.getByRole('button', { name: 'Save the description' }).click();
    await dialog.waitFor({ state: 'detached' });
    await newPost('Stored before');
    await admin.tool('Picture').click();
    await dialog.getByRole('button', { name: 'A green door, closed' }).click();
    await dialog.getByRole('button', { name: 'Insert the picture' }).click();
    await admin.text.locator('figure img[alt="A green door, closed"]').waitFor();
  });

  it('shows beside it why it can’t be published, and keeps what was typed', async () => {
    await newPost('A broken link');
    await page.keyboard.type('door');
    await page.keyboard.press('Control+A');
    await paste({ 'text/plain': 'http://10.0.0.1/door' });
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.poll(() => admin.text.getAttribute('aria-invalid')).toBe('true');
    const described = await admin.text.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('private network');
    expect(await shown()).toEqual(['p: door']);
  });

  it('has a toolbar that fits a phone, can be reached by keyboard, and no violation that axe finds', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      expect(await violationsIn(page, { width: 390, colorScheme })).toEqual([]);
    const boxes = await page
      .getByRole('toolbar', { name: 'Formatting' })
      .getByRole('button')
      .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(11);
    for (const { width, height, right, left } of boxes) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      expect([left >= 0, right <= 390]).toEqual([true, true]);
    }
    await admin.text.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Smaller heading');
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual(['h3: door']);
  });
});
