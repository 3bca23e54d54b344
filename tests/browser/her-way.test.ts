import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSections, signInContext } from '../support/admin-pages.ts';
import { violationsIn } from '../support/axe.ts';
import { scrollsSideways, startBrowser } from '../support/browser.ts';
import { untappable } from '../support/page-checks.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

/** What a counsellor should not have to know, wherever it stands: in text, labels, placeholders and tooltips. */
const technical =
  /\b(api|assets?|attributes?|collection types?|content[- ]types?|documents?|entit(y|ies)|entr(y|ies)|locales?|metadata|modified|relations?|schemas?|single types?|slug|strapi|uid|unpublish\w*|validation|whoops|widgets?|node version|add more assets|max\. \d|true|false)\b/i;

const list = (uid: string) => `content-manager/collection-types/api::${uid}`;
const practice = 'content-manager/single-types/api::practice.practice';

let cms: RunningCms;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  cms = await startCms({ demo: true, siteUrl: 'https://site.example' });
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await signInContext(context, cms.url, cms.logins.counsellor);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});

/** The technical words on the page as it stands; what people wrote themselves is left out. */
const technicalWords = async (): Promise<string[]> => {
  const lines = await page.evaluate(() => {
    const attributes = ['aria-label', 'placeholder', 'title', 'alt'];
    const named = [...document.querySelectorAll<HTMLElement>(attributes.map((name) => `[${name}]`).join())]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? ''));
    const written = [...document.querySelectorAll<HTMLElement>('[data-rich-text] [role=textbox], bdi')].map(
      (own) => own.innerText,
    );
    const shown = written.reduce((text, own) => (own ? text.replace(own, '') : text), document.body.innerText);
    return [...shown.split('\n'), ...named];
  });
  return [...new Set(lines.filter((line) => technical.test(line)))];
};

/** The columns of a card as they are read, with the names that its style puts before them. */
const columnsOf = (card: Locator): Promise<string> =>
  card.locator('td[data-column]').evaluateAll((cells) =>
    cells
      .filter((cell) => cell.checkVisibility())
      .map((cell) => `${getComputedStyle(cell, '::before').content.replaceAll('"', '')} ${cell.textContent ?? ''}`)
      .join(' '),
  );

const open = async (path: string, shows: string | RegExp): Promise<void> => {
  await page.goto(`${cms.url}/admin/${path}`);
  await page.getByText(shows).locator('visible=true').first().waitFor();
};

/** Every page of the counsellor, with what proves that it has loaded. */
const pages: readonly (readonly [path: string, shows: string | RegExp])[] = [
  ['', 'When the room goes quiet'],
  [list('post.post'), 'When the night is loud'],
  [`${list('post.post')}/create`, 'Address, date, search engines'],
  [list('page.page'), 'Fees'],
  [list('topic.topic'), 'Grief and loss'],
  [list('author.author'), 'Nora Ashby'],
  [list('workshop.workshop'), 'Self-Kindness for Therapists'],
  [`${list('workshop.workshop')}/create`, 'Where people meet'],
  [practice, 'You and your room'],
  ['comments', 'Marian'],
  ['calls', 'Why is a time offered, or not?'],
  ['calls/hours', 'Weekly hours'],
  ['workshops', 'Self-Kindness for Therapists'],
  ['plugins/upload', 'portrait.webp'],
  ['me', 'Change your password'],
  ['me/sessions', 'This device'],
  ['settings/two-step', 'Your current password'],
];

describe('the counsellor’s way through the admin', () => {
  it('begins with writing a post and seeing the site, then shows what waits', async () => {
    await open('', '4 comments are waiting for you');
    await page.getByRole('link', { name: 'Write a post' }).waitFor();
    expect(await page.getByRole('link', { name: 'See my site' }).getAttribute('href')).toBe('https://site.example');
    const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual([
      'Waiting for you',
      'Messages',
      'Next call',
      'Next workshop',
      'Posts you worked on',
      'Your credentials',
      'Emails',
      'Backups',
    ]);
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });

  it('has a menu that says what it holds, in the order of use, and nothing that is not for her', async () => {
    const menu = page.getByRole('navigation').first().getByRole('link').locator('visible=true');
    await expect
      .poll(() => menu.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label'))))
      .toEqual(['Home', 'Content', 'Comments', 'Messages', 'Calls', 'Workshops', 'Pictures', 'Signing in']);
    await menu.nth(1).click();
    await page.getByRole('heading', { level: 1, name: 'Posts' }).waitFor();
    const content = page.getByRole('navigation', { name: 'Content' });
    await expect
      .poll(() => content.getByRole('link').allInnerTexts())
      .toEqual(['Posts', 'Pages', 'Topics', 'About the author', 'Texts about workshops', 'Your practice']);
    expect(await content.getByRole('searchbox').locator('visible=true').count()).toBe(0);
  });

  it('lists posts with their status beside the title, and short dates', async () => {
    await open(list('post.post'), 'When the night is loud');
    const columns = page.getByRole('grid').locator('thead th').locator('visible=true');
    await expect.poll(() => columns.allInnerTexts()).toEqual(['', 'TITLE', 'STATUS', 'PUBLISHED', 'LAST SAVED']);
    const row = page.getByRole('row').filter({ hasText: 'When the night is loud' });
    expect((await row.innerText()).split(/\s*[\n\t]\s*/)).toEqual(
      expect.arrayContaining(['When the night is loud', 'Published', '29 Oct 2026']),
    );
  });

  it('names rows by their titles, sessions by their day, and choices in plain words', async () => {
    await page.getByRole('checkbox', { name: 'Select When the night is loud' }).waitFor();
    await open(list('workshop.workshop'), 'Self-Kindness for Therapists');
    await page.getByRole('link', { name: 'Self-Kindness for Therapists' }).first().click();
    await page
      .getByRole('button', { name: /^\w+day \d{1,2} \w+ 20\d\d/ })
      .first()
      .waitFor();
    await open(practice, 'You and your room');
    await page.getByRole('button', { name: 'Comments', exact: true }).click();
    await page.getByText('Every comment', { exact: true }).waitFor();
  });

  it('shows a post’s form with what every post needs, and the rest on request', async () => {
    await open(`${list('post.post')}/create`, 'Address, date, search engines');
    const labels = page.locator('main label').locator('visible=true');
    expect(await labels.allInnerTexts()).toEqual(['Title', 'Text', 'Picture', 'Topics', 'Content note']);
    await page.getByRole('button', { name: 'Address, date, search engines' }).click();
    await page.locator('[name="slug"]').waitFor();
    await page.locator('[name="slug"]').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    const save = await page.getByRole('button', { name: 'Save', exact: true }).boundingBox();
    expect(save?.y).toBeGreaterThan(0);
    await page.locator('[name="title"]').fill('x'.repeat(225));
    await page.getByText('“Title” is 25 characters too long.').waitFor();
    await page.locator('[name="title"]').fill('x'.repeat(190));
    await page.getByText('10 characters left').waitFor();
  });

  it('shows the practice in parts, each of them there', async () => {
    await open(practice, 'You and your room');
    const parts = page.locator('[data-section]').getByRole('heading', { level: 2 });
    expect(await parts.allInnerTexts()).toEqual([
      'You and your room',
      'Contact',
      'Your space',
      'The room, online sessions, questions',
      'Who is behind the site',
      'Credentials',
      'Fees',
      'Away',
      'Help lines',
      'Comments',
      'Workshops',
    ]);
    await openSections(page);
    expect(await page.getByText('Nothing here yet').count()).toBe(0);
  });

  it.each([390, 768, 1024])('lists posts and workshops as cards that name their dates, %i px wide', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    const cards = [
      [list('workshop.workshop'), 'Self-Kindness for Therapists', /Starts/],
      [list('post.post'), 'When the night is loud', /Published\s+29 Oct 2026\s+Last saved/],
    ] as const;
    for (const [path, title, says] of cards) {
      await open(path, title);
      const card = page.getByRole('row').filter({ hasText: title });
      await expect.poll(() => columnsOf(card)).toMatch(says);
      expect(await card.getByText('Published', { exact: true }).locator('visible=true').count()).toBeGreaterThan(0);
      expect(await page.locator('main table').evaluate((table) => table.scrollWidth - innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await scrollsSideways(page)).toBe(false);
    }
  });

  it('has no technical word in menus, dialogs and messages', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const found: Record<string, string[]> = {};
    const look = async (where: string): Promise<void> => {
      const words = await technicalWords();
      if (words.length > 0) found[where] = words;
    };
    await open(list('post.post'), 'When the room goes quiet');
    await page.getByRole('row').nth(1).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Make a copy' }).waitFor();
    await look('the menu of a row');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'When the room goes quiet' }).click();
    await page.locator('[name="title"]').fill('When the room goes quiet again');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your changes are saved.').first().waitFor();
    await look('after saving');
    await page.locator('[name="title"]').fill('');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText(/Give it a title/)
      .first()
      .waitFor();
    await look('after publishing without a title');
    await page.getByRole('button', { name: 'Delete, and dates' }).locator('visible=true').first().click();
    await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    await look('the menu of a form');
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').waitFor();
    await look('the question before deleting');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Press to add a picture').click();
    await page.getByRole('dialog').getByText('portrait.webp').waitFor();
    await look('choosing a picture');
    expect(found).toEqual({});
  });

  it.each([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('has dialogs for pictures without a barrier that axe finds, %i px wide', async (width, colorScheme) => {
    const own = await context.newPage();
    try {
      await own.setViewportSize({ width, height: 844 });
      await own.goto(`${cms.url}/admin/${list('author.author')}`);
      await own.getByRole('link', { name: 'Nora Ashby' }).click();
      await own.getByRole('button', { name: 'Add', exact: true }).click();
      const dialog = own.getByRole('dialog');
      await dialog.getByRole('tab', { name: 'All files' }).click();
      await dialog.getByText('circle.webp').waitFor();
      expect(await violationsIn(own, { width, colorScheme })).toEqual([]);
      expect(await untappable(own, 24)).toEqual([]);
      await dialog.getByRole('button', { name: 'Edit' }).first().click();
      const description = own.getByLabel('Description (alternative text)');
      await description.waitFor();
      expect(await violationsIn(own, { width, colorScheme })).toEqual([]);
      expect(await untappable(own, 24)).toEqual([]);
      // What she writes stands above what the machine knows.
      const [words, facts] = [await description.boundingBox(), await own.getByText('Kind of file').boundingBox()];
      expect(words?.y).toBeLessThan(facts?.y ?? 0);
    } finally {
      await own.close();
    }
  });

  it('gives the focus to the page that a link opens, and back to what opened a dialog or a menu', async () => {
    const own = await context.newPage();
    const focused = (): Promise<string> =>
      own.evaluate(() => {
        const { localName = '', textContent = '' } = document.activeElement ?? {};
        return `${localName} ${(textContent ?? '').trim()}`;
      });
    try {
      await own.goto(`${cms.url}/admin/comments`);
      await own.getByRole('link', { name: 'Marian' }).press('Enter');
      await expect.poll(focused).toBe('h1 Marian');
      await own.getByRole('link', { name: 'All comments' }).press('Enter');
      await expect.poll(focused).toBe('h1 Comments');
      await own.goto(`${cms.url}/admin/${list('post.post')}`);
      await own.getByRole('link', { name: 'When the night is loud' }).press('Enter');
      await expect.poll(focused).toBe('h1 When the night is loud');
      await own.getByRole('button', { name: 'Edit', exact: true }).first().press('Enter');
      await own.getByRole('dialog').getByLabel('Caption').waitFor();
      await own.keyboard.press('Escape');
      await expect.poll(focused).toBe('button Edit');
      await own.getByRole('button', { name: 'Delete, and dates' }).press('Enter');
      await own.getByRole('menuitem', { name: 'Delete' }).press('Enter');
      await own.getByRole('alertdialog').waitFor();
      await own.keyboard.press('Escape');
      await expect.poll(focused).toBe('button Delete, and dates');
      await own.goto(`${cms.url}/admin/plugins/upload`);
      await own.getByRole('button', { name: 'portrait.webp' }).first().press('Enter');
      await own.getByRole('dialog').waitFor();
      await own.keyboard.press('Escape');
      await expect.poll(focused).toBe('button portrait.webp');
    } finally {
      await own.close();
    }
  });
});

describe('days and times in a form', () => {
  it('are entered in the browser’s own fields, said in words, emptied, and refused while something is missing', async () => {
    const own = await context.newPage();
    try {
      await own.goto(`${cms.url}/admin/${list('workshop.workshop')}/create`);
      await own.locator('[name="title"]').fill('Quiet Saturdays');
      await openSections(own);
      const [day, time] = [own.locator('[name="opensDay"]'), own.locator('[name="opensTime"]')];
      const save = own.getByRole('button', { name: 'Save', exact: true });
      const stored = async (): Promise<unknown> => {
        await own.reload();
        await own.locator('[data-section]').first().waitFor();
        await openSections(own);
        return [await day.inputValue(), await time.inputValue()];
      };
      await day.fill('2027-01-09');
      await own.getByText('Saturday 9 January 2027', { exact: true }).waitFor();
      await time.fill('14:30');
      await own.getByText('2:30pm', { exact: true }).waitFor();
      await save.click();
      await own.getByText('Your changes are saved.').first().waitFor();
      expect(await stored()).toEqual(['2027-01-09', '14:30']);
      await own.locator('[name="closesDay"]').fill('2027-01-08');
      await own.getByText('Registration would open after it closes', { exact: false }).waitFor();
      await own.locator('[name="closesDay"]').fill('');
      await time.fill('');
      await day.press('Backspace');
      await day.blur();
      await own.getByText('Enter the whole date: day, month and year.', { exact: false }).first().waitFor();
      await save.click();
      await own
        .getByText(/Not saved yet. “Registration opens on” has to be a whole date/)
        .first()
        .waitFor();
      await day.fill('');
      await save.click();
      await own.getByText('Your changes are saved.').first().waitFor();
      expect(await stored()).toEqual(['', '']);
    } finally {
      await own.close();
    }
  });
});

describe.each(pages)('the page /%s', (path, shows) => {
  it('fits a phone, has no technical word and no barrier that axe finds', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path, shows);
    await openSections(page);
    expect(await scrollsSideways(page)).toBe(false);
    const buttons = page.getByRole('main').getByRole('button').locator('visible=true');
    const small = await buttons.evaluateAll((all) =>
      all.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.outerHTML),
    );
    expect(small).toEqual([]);
    expect(await untappable(page, 24)).toEqual([]);
    expect(await technicalWords()).toEqual([]);
    // Light and dark, wide and narrow: each page in one of them.
    const n = pages.findIndex(([other]) => other === path);
    const screen = { width: n % 2 ? 390 : 1280, colorScheme: n % 3 ? 'light' : 'dark' } as const;
    expect(await violationsIn(page, screen)).toEqual([]);
    if (screen.width !== 390) expect(await untappable(page, 24)).toEqual([]);
  });
});
