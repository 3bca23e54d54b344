import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { openSections, signInContext } from '../support/admin-pages.ts';
import { scrollsSideways, startBrowser } from '../support/browser.ts';
import { newDataDir } from '../support/prepared.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const post = 'api::post.post';
const manager = '/admin/content-manager/collection-types';

let cms: RunningCms;
let browser: Browser;
let admin: AdminClient;
let signedIn: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;
let page: Page;

beforeAll(async () => {
  cms = await startCms({ dataDir: newDataDir('demo'), demo: true });
  admin = await AdminClient.signIn(cms.url, cms.logins.counsellor);
  browser = await startBrowser();
  const context = await browser.newContext();
  await signInContext(context, cms.url, cms.logins.counsellor);
  signedIn = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});
beforeEach(async () => {
  const context = await browser.newContext({ storageState: signedIn, viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
});
afterEach(() => page.context().close());

const field = (name: string): Locator => page.locator(`[name="${name}"]`);
const says = (text: string | RegExp): Promise<void> => page.locator('[data-saving]').getByText(text).waitFor();
const dialog = (name: string): Locator =>
  page.getByRole('alertdialog', { name }).or(page.getByRole('dialog', { name }));
const press = (name: string, on: Locator | Page = page): Promise<void> =>
  on.getByRole('button', { name, exact: true }).click();

/** Opens the form of a post. */
const open = async (id: string): Promise<void> => {
  await page.goto(`${cms.url}${manager}/${post}/${id}`);
  await field('title').waitFor();
};
/** Chooses from the menu beside Publish. */
const choose = async (action: string): Promise<void> => {
  await page.getByRole('button', { name: 'Copy, or take off the site' }).click();
  await page.getByRole('menuitem', { name: action }).click();
};
const stored = async (id: string): Promise<Record<string, unknown>> =>
  ((await admin.get(`/content-manager/collection-types/${post}/${id}`)) as { data: Record<string, unknown> }).data;

describe('taking a post off the site', () => {
  it('asks once, keeps the newer draft as it is and what is typed in the form', async () => {
    const fields = { title: 'A harbour', contentNote: 'Storms', body: paragraphs('What readers see.') };
    const id = await admin.publishPost(fields);
    await open(id);
    await field('contentNote').fill('Saved, but not published');
    await press('Save');
    await says(/^Saved at/);
    await field('title').fill('A harbour, typed');
    await choose('Take it off the site');
    const question = dialog('Take “A harbour” off the site?');
    await question.getByText('Readers will no longer see it. What you wrote stays here.').waitFor();
    await press('Take it off the site', question);
    await says('It is off your site. Your last changes are not saved yet.');
    await question.waitFor({ state: 'detached' });
    expect(await field('title').inputValue()).toBe('A harbour, typed');
    expect(await stored(id)).toMatchObject({
      title: 'A harbour',
      contentNote: 'Saved, but not published',
      status: 'draft',
    });
    await press('Save');
    await says(/^Saved at/);
    expect(await stored(id)).toMatchObject({ title: 'A harbour, typed', contentNote: 'Saved, but not published' });
  });
});

describe('a copy', () => {
  it('is a draft with an address of its own, and has what was typed; the original keeps it, too', async () => {
    const id = await admin.publishPost({ title: 'A lighthouse', slug: 'a-lighthouse', body: paragraphs('Light.') });
    await open(id);
    await field('contentNote').fill('Typed before copying');
    await choose('Make a copy');
    await page.getByText('This is the copy. It is a draft').first().waitFor();
    await page.waitForURL((url) => url.pathname.includes(post) && !url.pathname.includes(id));
    const copy = page.url().split('/').at(-1) ?? '';
    expect(await stored(copy)).toMatchObject({
      title: 'A lighthouse (copy)',
      slug: 'a-lighthouse-copy',
      contentNote: 'Typed before copying',
      status: 'draft',
      published: null,
      redirects: [],
    });
    expect(await stored(id)).toMatchObject({ title: 'A lighthouse', contentNote: 'Typed before copying' });
  });

  it('is made once from the list', async () => {
    await admin.publishPost({ title: 'A pier', slug: 'a-pier', body: paragraphs('Wood.') });
    await page.goto(`${cms.url}${manager}/${post}?_q=pier`);
    const row = page.getByRole('row').filter({ hasText: 'A pier' });
    await row.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Make a copy' }).dblclick();
    await expect.poll(() => field('title').inputValue()).toBe('A pier (copy)');
    const { results } = (await admin.get(`/content-manager/collection-types/${post}?_q=pier`)) as {
      results: unknown[];
    };
    expect(results).toHaveLength(2);
  });
});

describe('a published post with a newer draft', () => {
  const changed = (): Locator => page.locator('[data-changed]');
  const openChanged = async (title: string): Promise<string> => {
    const body = paragraphs('The light came back.', 'It always does.');
    const id = await admin.publishPost({ title, contentNote: 'Storms', commentsOpen: true, body });
    await open(id);
    expect(await changed().count()).toBe(0);
    await field('contentNote').fill('Storms at night');
    await press('Save');
    await says(/^Saved at/);
    await changed()
      .getByText(/^You changed this; readers still see the version of today at \d\d:\d\d\.$/)
      .waitFor();
    return id;
  };

  it('shows what changed by field, with what is typed, in words and marks, also on a phone', async () => {
    await openChanged('A signal');
    await page.locator('[data-rich-text] [role=textbox]').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('Then. ');
    await press('Show what changed');
    const shown = dialog('What you changed');
    const note = shown.getByRole('region', { name: 'Content note' });
    expect(await note.locator('ins').innerText()).toContain('at night');
    expect(await note.locator('del').count()).toBe(0);
    expect(await shown.getByRole('region', { name: 'Text' }).locator('ins').innerText()).toContain('Then.');
    expect(await shown.getByRole('region').count()).toBe(2);
    expect(await shown.getByText('It always does.').count()).toBe(0);
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 390, height: 800 });
    await press('Show what changed');
    await note.locator('ins').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await shown.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it('goes back to what readers see after a question, and Publish ends it', async () => {
    const id = await openChanged('A buoy');
    await field('title').fill('A buoy, typed');
    await press('Go back to that version');
    const question = dialog('Go back to what readers see?');
    await press('Keep my changes', question);
    expect(await field('title').inputValue()).toBe('A buoy, typed');
    await press('Go back to that version');
    await press('Go back', question);
    await question.waitFor({ state: 'detached' });
    await expect.poll(() => field('contentNote').inputValue()).toBe('Storms');
    expect(await field('title').inputValue()).toBe('A buoy');
    expect(await stored(id)).toMatchObject({ title: 'A buoy', contentNote: 'Storms', status: 'published' });
    await changed().waitFor({ state: 'detached' });
  });
});

describe('deleting a post', () => {
  it('says what readers lose, and leaves nothing open when it is not done', async () => {
    const [{ documentId = '' } = {}] = (
      (await admin.get(`/content-manager/collection-types/${post}?_q=When the night is loud`)) as {
        results: { documentId: string }[];
      }
    ).results;
    await open(documentId);
    await choose('Take it off the site');
    const off = dialog('Take “When the night is loud” off the site?');
    await off.getByText(/^The \d+ comments under it disappear from the site with it\. They come back when/).waitFor();
    await press('Cancel', off);
    await off.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete, and dates' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    const question = dialog('Delete “When the night is loud” for good?');
    await question.getByText(/^The \d+ comments under it disappear from the site with it\.$/).waitFor();
    await question.getByText('Readers can no longer open it').waitFor();
    await press('Cancel', question);
    await question.waitFor({ state: 'detached' });
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await stored(documentId)).toMatchObject({ status: 'published' });
  });
});

describe('several posts in the list', () => {
  const list = `${manager}/${post}?page=1&pageSize=10&sort=title:ASC`;
  const boxes = (): Locator => page.locator('tbody [role=checkbox]');

  it('are taken off the site after a question that says what goes with them', async () => {
    await page.goto(`${cms.url}${manager}/${post}?page=1&pageSize=50`);
    for (const title of ['When the night is loud', 'Ten small steadying things'])
      await page.getByRole('checkbox', { name: `Select ${title}` }).click();
    await press('Take it off the site');
    const question = dialog('Take these 2 off the site?');
    await question.getByText(/^The \d+ comments under “When the night is loud” disappear from the site/).waitFor();
    await question.getByText('Readers will no longer see them. What you wrote stays here.').waitFor();
    await press('Cancel', question);
    await question.waitFor({ state: 'detached' });
    await page.getByText('2 selected').waitFor();
  });

  it('are named before they are deleted; what can be done comes as soon as one is ticked', async () => {
    await page.goto(`${cms.url}${list}`);
    await boxes().first().click();
    await page.getByRole('button', { name: 'Delete', exact: true }).waitFor({ timeout: 3_000 });
    await boxes().nth(1).click();
    await page.getByText('2 selected').waitFor();
    const titles = await page.locator('tbody tr a').allInnerTexts();
    await press('Delete');
    const question = dialog('Delete these 2 for good?');
    await question.getByText(`“${titles[0]}” and “${titles[1]}”`).waitFor();
    await question.getByRole('button', { name: 'Delete them for good' }).waitFor();
    await press('Cancel', question);
  });

  it('are ticked no more once another page is shown', async () => {
    await page.goto(`${cms.url}${list}`);
    await boxes().first().click();
    await page.getByText('1 selected').waitFor();
    await page.getByRole('link', { name: /next page/i }).click();
    await page.waitForURL(/page=2/);
    await page.getByText('1 selected').waitFor({ state: 'detached' });
    await boxes().first().click();
    await page.getByText('1 selected').waitFor();
  });
});

describe('what one tap took out of a list', () => {
  it('can be put back, as it was typed', async () => {
    const { results } = (await admin.get('/content-manager/collection-types/api::workshop.workshop')) as {
      results: { documentId: string; title: string }[];
    };
    const workshop = results.find(({ title }) => /two evenings/i.test(title));
    await page.goto(`${cms.url}${manager}/api::workshop.workshop/${workshop?.documentId}`);
    await field('title').waitFor();
    await openSections(page);
    const prices = page.getByRole('button', { name: /^Both evenings/ });
    expect(await prices.count()).toBe(2);
    await prices
      .first()
      .locator('xpath=ancestor::*[.//button[normalize-space()="Delete"]][1]')
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect.poll(() => prices.count()).toBe(1);
    await page.getByRole('status').getByText('Removed: Both evenings').waitFor();
    await press('Undo', page.getByRole('status').filter({ hasText: 'Removed' }));
    await expect.poll(() => prices.allInnerTexts()).toEqual(['Both evenings', 'Both evenings, less']);
  });
});

describe('several pictures', () => {
  it('can be added and ticked even if what she may do is the last to be known', async () => {
    await page.route('**/admin/users/me/permissions', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await page.goto(`${cms.url}/admin/plugins/upload`);
    await page.getByRole('checkbox', { name: 'Select circle.webp' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).waitFor();
  });

  it('are named before they are deleted, and so is one that is open', async () => {
    await page.goto(`${cms.url}/admin/plugins/upload`);
    const box = (name: string): Locator => page.getByRole('checkbox', { name: `Select ${name}` });
    await box('portrait.webp').click();
    await press('Delete');
    await press('Cancel', dialog('Delete “portrait.webp” for good?'));
    await box('circle.webp').click();
    await press('Delete');
    const question = page.getByRole('alertdialog');
    await question.getByText(/“circle\.webp”/).waitFor();
    await question.getByText(/“portrait\.webp”/).waitFor();
    await press('Cancel', question);
    await box('circle.webp').click();
    await press('Delete');
    await press('Delete it for good', dialog('Delete “portrait.webp” for good?'));
    await page.getByText(/“portrait\.webp” is used in/).waitFor();
    await press('Cancel', dialog('Delete “portrait.webp” for good?'));
    await page.getByRole('button', { name: 'portrait.webp', exact: true }).click();
    await page.getByRole('button', { name: 'Delete this file' }).click();
    await dialog('Delete “portrait.webp” for good?').waitFor();
  });
});

describe('a number in a form', () => {
  it.each([
    ['2,5', 2.5],
    ['72,50', 72.5],
    ['7.25', 7.25],
  ])('is stored as it is meant: %s', async (typed, number) => {
    const workshop = 'api::workshop.workshop';
    await page.goto(`${cms.url}${manager}/${workshop}/create`);
    await field('title').fill(`An hour worth ${typed}`);
    await page.getByRole('button', { name: 'Programme, who leads it, certificate' }).click();
    await field('cpdHours').pressSequentially(typed);
    await press('Save');
    await says(/^Saved at/);
    const { results } = (await admin.get(
      `/content-manager/collection-types/${workshop}?_q=${encodeURIComponent(typed)}`,
    )) as { results: { cpdHours: number }[] };
    expect(results.map(({ cpdHours }) => Number(cpdHours))).toEqual([number]);
  });
});

describe('the heading of a form', () => {
  it('is the title that is typed', async () => {
    const id = await admin.create(post, { body: paragraphs('Words without a title.') });
    await open(id);
    await page.getByRole('heading', { level: 1, name: 'No title yet' }).waitFor();
    await field('title').fill('A mooring');
    await page.getByRole('heading', { level: 1, name: 'A mooring' }).waitFor();
    await press('Save');
    await says(/^Saved at/);
    await page.getByRole('heading', { level: 1, name: 'A mooring' }).waitFor();
  });
});
