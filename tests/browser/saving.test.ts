import type { Browser, BrowserContext, Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage, CommentsPage, openSections } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { newDataDir } from '../support/prepared.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

let cms: RunningCms;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const dataDir = newDataDir('demo');
let port = 0;
const start = (): Promise<RunningCms> => startCms({ dataDir, port, demo: true });

beforeAll(async () => {
  port = await freePort();
  cms = await start();
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  await new AdminPage(page, cms.url).signIn(cms.logins.counsellor.email, cms.logins.counsellor.password);
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
});

const manager = '/admin/content-manager/collection-types';
const button = (name: string, on = page): Locator => on.getByRole('button', { name, exact: true });
const says = (text: string | RegExp, on = page): Promise<void> => on.locator('[data-saving]').getByText(text).waitFor();
const field = (name: string, on = page): Locator => on.locator(`[name="${name}"]`);
const dialog = (name: string, on = page): Locator =>
  on.getByRole('dialog', { name }).or(on.getByRole('alertdialog', { name }));
/** What the content manager answers to the counsellor. */
const read = async (path: string): Promise<unknown> => {
  const token = (await context.cookies()).find(({ name }) => name === 'jwtToken')?.value ?? '';
  const headers = { authorization: `Bearer ${decodeURIComponent(token)}` };
  return (await fetch(`${cms.url}/content-manager/${path}`, { headers })).json();
};
/** How many entries of a type have a title. */
const counted = async (uid: string, title: string): Promise<number> => {
  const query = `filters[$and][0][title][$eq]=${encodeURIComponent(title)}`;
  return ((await read(`collection-types/${uid}?${query}`)) as { results: unknown[] }).results.length;
};

/** A form of each kind, and a field of one line in it. */
interface Form {
  kind: string;
  /** Of a new entry; null for one that exists. */
  address: string;
  line: string;
}
const forms = {
  post: { kind: 'a new post', address: `${manager}/api::post.post/create`, line: 'title' },
  page: { kind: 'a new page', address: `${manager}/api::page.page/create`, line: 'title' },
  workshop: { kind: 'a new workshop', address: `${manager}/api::workshop.workshop/create`, line: 'title' },
  practice: {
    kind: 'the practice',
    address: '/admin/content-manager/single-types/api::practice.practice',
    line: 'town',
  },
} as const satisfies Record<string, Form>;

const open = async ({ address, line }: Form, on = page): Promise<void> => {
  await on.goto(cms.url + address);
  await field(line, on).waitFor({ state: 'attached' });
  if (!(await field(line, on).isVisible())) await openSections(on);
};
const uidIn = ({ address }: Form): string => /api::[\w.]+/.exec(address)?.[0] ?? '';
const saves = (route: Route): boolean => ['PUT', 'POST'].includes(route.request().method());
const contentRequests = /\/content-manager\/(?:collection|single)-types\/api::/;

const signInAgain = async (password = cms.logins.counsellor.password): Promise<void> => {
  const question = dialog('Please sign in again');
  await question.getByLabel('Your password').fill(password);
  await question.getByRole('button', { name: 'Sign in' }).click();
};

/** Answers the next save in the place of the CMS, or of the proxy before it. */
const answerOnce = async (answer: (route: Route) => Promise<void>): Promise<void> => {
  let isAnswered = false;
  await page.route(contentRequests, async (route) => {
    if (isAnswered || !saves(route)) return route.fallback();
    isAnswered = true;
    return answer(route);
  });
};
const respond = (status: number) => () =>
  answerOnce((route) => route.fulfill({ status, contentType: 'text/html', body: '<h1>No</h1>' }));

interface Fault {
  name: string;
  begin: () => Promise<void>;
  /** What is said beside the buttons; null where the save goes on by itself. */
  says: string | null;
  mend?: () => Promise<void>;
}
const restarted: Fault = {
  name: 'the CMS restarts during the save',
  begin: () => cms.stop(),
  says: 'Your text is still here',
  mend: async () => {
    cms = await start();
  },
};
const offline: Fault = {
  name: 'there is no connection',
  begin: () => context.setOffline(true),
  says: 'There is no connection.',
  mend: () => context.setOffline(false),
};
const broken: Fault = {
  name: 'the CMS answers 503',
  begin: respond(503),
  says: 'The website’s server did not answer.',
};
const ended: Fault = {
  name: 'the session has ended',
  begin: () => context.clearCookies(),
  says: null,
  mend: () => signInAgain(),
};
const faults: readonly Fault[] = [
  offline,
  broken,
  { name: 'another network answers', begin: respond(200), says: 'Something else answered instead of the website.' },
  { name: 'a proxy finds it too large', begin: respond(413), says: 'This is too much to send at once.' },
  {
    name: 'the answer is lost on the way',
    begin: () =>
      answerOnce(async (route) => {
        await route.fetch();
        await route.abort();
      }),
    says: 'Your text is still here',
  },
  {
    name: 'the token has expired',
    begin: async () => {
      const cookie = (await context.cookies()).find(({ name }) => name === 'jwtToken');
      if (cookie) await context.addCookies([{ ...cookie, value: 'expired' }]);
    },
    says: null,
  },
  ended,
  restarted,
];

const walks = [
  ...faults.map((fault) => ({ form: forms.post, fault })),
  ...[forms.page, forms.workshop, forms.practice].flatMap((form) => [broken, ended].map((fault) => ({ form, fault }))),
];

/** Types into the form on the screen and saves it in spite of the fault. */
const saveThrough = async (form: Form, fault: Fault, typed: string): Promise<void> => {
  await field(form.line).fill(typed);
  await says('Not saved yet');
  await fault.begin();
  await button('Save').click();
  if (fault.says !== null) {
    await says(fault.says);
    expect(await field(form.line).inputValue()).toBe(typed);
    await expect.poll(() => page.getByText('Not saved yet.').filter({ visible: true }).count()).toBe(1);
  }
  await fault.mend?.();
  if (fault.says !== null) await button('Save').click();
  await says(/^Saved at/);
  expect(await field(form.line).inputValue()).toBe(typed);
};

describe('what was typed into a form', () => {
  it.each(walks)('$form.kind: stays and is saved once when $fault.name', async ({ form, fault }) => {
    const typed = `A lighthouse, when ${fault.name}`;
    await open(form);
    await saveThrough(form, fault, typed);
    if (form === forms.practice) {
      expect(await read(`single-types/${uidIn(form)}`)).toMatchObject({ data: { town: typed } });
      return;
    }
    expect(await counted(uidIn(form), typed)).toBe(1);
    // Now it is an entry that exists, which Strapi saves in another way.
    await page.waitForURL(/api::[\w.]+\/(?!create)\w+/);
    await saveThrough(form, fault, `${typed}, again`);
    expect(await counted(uidIn(form), `${typed}, again`)).toBe(1);
    expect(await counted(uidIn(form), typed)).toBe(0);
  });

  it('makes one post when Save or Publish is pressed twice', async () => {
    for (const name of ['Save', 'Publish']) {
      const typed = `A harbour, by ${name} twice`;
      await open(forms.post);
      await field('title').fill(typed);
      await page.locator('[data-rich-text] [role=textbox]').first().click();
      await page.keyboard.insertText('A quiet harbour.');
      await says('Not saved yet');
      await button(name).dblclick();
      await says(name === 'Save' ? /^Saved at/ : 'It is on your site.');
      expect(await counted('api::post.post', typed)).toBe(1);
    }
    expect(await page.getByRole('link', { name: 'See it on the site' }).getAttribute('href')).toContain(
      '/blog/a-harbour-by-publish-twice',
    );
  });

  it('is kept in this browser when the tab is closed, and offered again until it is saved or discarded', async () => {
    const other = await context.newPage();
    await open(forms.post, other);
    await field('title', other).fill('A harbour in a closed tab');
    await says('Not saved yet', other);
    await expect.poll(() => other.evaluate(() => JSON.stringify(localStorage))).toContain('A harbour in a closed tab');
    await other.close();
    await open(forms.post);
    const offer = dialog('Not saved last time');
    await offer.getByText(/You typed something here on .* at \d\d:\d\d and did not save it/).waitFor();
    await offer.getByRole('button', { name: 'Restore' }).click();
    expect(await field('title').inputValue()).toBe('A harbour in a closed tab');
    await page.reload();
    await offer.getByRole('button', { name: 'Discard' }).click();
    await page.reload();
    await field('title').waitFor();
    expect(await offer.isVisible()).toBe(false);
    expect(await field('title').inputValue()).toBe('');
  });

  it('is offered in no other tab while its own is open, and afterwards the newest first', async () => {
    const tabs = [await context.newPage(), await context.newPage()];
    for (const [index, tab] of tabs.entries()) {
      await open(forms.post, tab);
      await field('title', tab).fill(`A harbour in tab ${index}`);
      await expect.poll(() => tab.evaluate(() => JSON.stringify(localStorage))).toContain(`A harbour in tab ${index}`);
      expect(await dialog('Not saved last time', tab).count()).toBe(0);
    }
    for (const tab of tabs) await tab.close();
    await open(forms.post);
    const offer = dialog('Not saved last time');
    await offer.getByRole('button', { name: 'Restore' }).click();
    expect(await field('title').inputValue()).toBe('A harbour in tab 1');
    await page.reload();
    await offer.getByRole('button', { name: 'Discard' }).click();
    await offer.getByRole('button', { name: 'Restore' }).click();
    expect(await field('title').inputValue()).toBe('A harbour in tab 0');
    await field('title').fill('');
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('A harbour in tab');
  });

  it('is asked about once on the way back, and offered afterwards', async () => {
    await page.goto(`${cms.url}${manager}/api::post.post`);
    await page.getByRole('link', { name: 'New' }).first().click();
    await field('title').fill('A harbour on the way back');
    await says('Not saved yet');
    await page.waitForTimeout(500);
    await page.goBack();
    await page.getByRole('alertdialog').getByText('not saved').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await page.waitForURL(/api::post\.post(?:\?|$)/);
    await open(forms.post);
    await dialog('Not saved last time').getByRole('button', { name: 'Restore' }).click();
    await button('Save').click();
    await says(/^Saved at/);
    expect(await counted('api::post.post', 'A harbour on the way back')).toBe(1);
  });

  it('is saved as a draft by itself after twenty seconds, without an entry for nothing', async () => {
    const other = await context.newPage();
    await other.clock.install();
    await open(forms.post, other);
    await other.clock.fastForward(21_000);
    await field('title', other).fill('A harbour, saved by itself');
    await says('Not saved yet', other);
    await other.clock.fastForward(21_000);
    await says(/^Draft saved at/, other);
    await field('title', other).fill('A harbour, saved by itself and by hand');
    await button('Save', other).click();
    await says(/^Saved at/, other);
    expect(await counted('api::post.post', 'A harbour, saved by itself')).toBe(0);
    expect(await counted('api::post.post', 'A harbour, saved by itself and by hand')).toBe(1);
    // What is stored needs no question on leaving, by the browser or by a link.
    let questions = 0;
    other.on('dialog', (question) => {
      questions += 1;
      void question.accept();
    });
    const comments = other.getByRole('link', { name: 'Comments' }).first();
    for (const [index, leave] of [() => other.reload(), () => comments.click()].entries()) {
      await field('contentNote', other).click();
      await field('contentNote', other).fill(`Typed before leaving ${index + 1}`);
      await says('Not saved yet', other);
      await other.clock.fastForward(21_000);
      await says(/^Draft saved at/, other);
      await leave();
    }
    await other.waitForURL(/\/admin\/comments/);
    expect(questions).toBe(0);
    await other.goBack();
    await expect.poll(() => field('contentNote', other).inputValue()).toBe('Typed before leaving 2');
    await other.close();
  });

  it('goes on after signing in again in a form of this project’s own', async () => {
    const comments = new CommentsPage(page, cms.url);
    await comments.list('Waiting');
    // The last: a flagged one would ask before it is answered.
    const rows = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { name: /^Select the comment/ }) });
    await rows.last().getByRole('link').first().click();
    const reply = page.getByLabel('Reply', { exact: true });
    await reply.fill('Thank you for the lighthouse.');
    await context.clearCookies();
    await button('Approve and publish your reply').click();
    await signInAgain('a wrong password');
    await dialog('Please sign in again')
      .getByText(/invalid|wrong|not right/i)
      .first()
      .waitFor();
    await signInAgain();
    await page.getByRole('status').getByText('approved and answered').waitFor();
  });
});

describe('an entry that was changed in a second tab', () => {
  const openTwice = async (title: string): Promise<Page> => {
    await open(forms.post);
    await field('title').fill(title);
    await button('Save').click();
    await says(/^Saved at/);
    await page.waitForURL(/api::post\.post\/[a-z0-9]+(?:\?|$)/);
    const other = await context.newPage();
    await other.goto(page.url());
    await field('contentNote', other).waitFor();
    return other;
  };
  const saveIn = async (other: Page): Promise<void> => {
    await button('Save', other).click();
    await says(/^Saved at/, other);
    await other.close();
  };
  const conflict = () => dialog('This was changed somewhere else');
  const choose = async (choice: string): Promise<void> => {
    await button('Save').click();
    await conflict().getByRole('button', { name: choice }).click();
  };

  it('keeps both changes where different fields were changed', async () => {
    const other = await openTwice('A harbour in two tabs');
    await field('contentNote', other).fill('From the second tab');
    await saveIn(other);
    await field('title').fill('A harbour from the first tab');
    await choose('Keep both changes');
    await says(/^Saved at/);
    await expect.poll(() => field('contentNote').inputValue()).toBe('From the second tab');
    expect(await field('title').inputValue()).toBe('A harbour from the first tab');
  });

  it('shows both versions of the same field, and overwrites only what it is told to', async () => {
    const other = await openTwice('A harbour changed twice');
    await field('title', other).fill('The title of the second tab');
    await saveIn(other);
    await field('title').fill('The title of the first tab');
    await button('Save').click();
    await conflict().getByRole('group', { name: 'Yours' }).getByText('The title of the first tab').waitFor();
    await conflict()
      .getByRole('group', { name: /^Saved on \w+ at \d\d:\d\d by \w+$/ })
      .getByText('The title of the second tab')
      .waitFor();
    expect(await conflict().getByRole('button', { name: 'Keep both changes' }).isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await says('Not saved yet');
    await expect.poll(() => button('Save').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await field('title').inputValue()).toBe('The title of the first tab');
    await choose('Keep mine');
    await says(/^Saved at/);
    await page.reload();
    await expect.poll(() => field('title').inputValue()).toBe('The title of the first tab');
  });

  it('shows both versions when what is saved was typed before a crash, on an older version', async () => {
    const other = await openTwice('A harbour before a crash');
    await field('title', other).fill('Typed before the crash');
    await expect.poll(() => other.evaluate(() => JSON.stringify(localStorage))).toContain('Typed before the crash');
    await other.close();
    await field('title').fill('Saved in the meantime');
    await button('Save').click();
    await says(/^Saved at/);
    await page.reload();
    const offer = dialog('Not saved last time');
    await offer.getByText('Since then, something else was saved here.').waitFor();
    await offer.getByRole('button', { name: 'Restore' }).click();
    await button('Save').click();
    await conflict().getByRole('group', { name: 'Yours' }).getByText('Typed before the crash').waitFor();
    await conflict().getByRole('button', { name: 'Take the other one' }).click();
    await expect.poll(() => field('title').inputValue()).toBe('Saved in the meantime');
  });

  it('is written as a new one when it was deleted meanwhile', async () => {
    const other = await openTwice('A harbour that was deleted');
    const address = page.url();
    await field('title', other).fill('A harbour that is kept');
    const token = (await context.cookies()).find(({ name }) => name === 'jwtToken')?.value ?? '';
    const { pathname } = new URL(address);
    const gone = await fetch(cms.url + pathname.replace('/admin', ''), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${decodeURIComponent(token)}` },
    });
    expect(gone.status).toBe(200);
    await button('Save', other).click();
    await dialog('This was deleted meanwhile', other).getByRole('button', { name: 'Write it as a new one' }).click();
    await other.waitForURL((url) => /api::post\.post\/[a-z0-9]+$/.test(url.pathname) && url.pathname !== pathname);
    await expect.poll(() => field('title', other).inputValue()).toBe('A harbour that is kept');
    await says(/^Saved at/, other);
    await other.close();
    expect(await counted('api::post.post', 'A harbour that is kept')).toBe(1);
  });

  it('takes the other version when told to', async () => {
    const other = await openTwice('A harbour given up');
    await field('title', other).fill('The version that stays');
    await saveIn(other);
    await field('title').fill('The version that goes');
    await choose('Take the other one');
    await expect.poll(() => field('title').inputValue()).toBe('The version that stays');
    await page.reload();
    await expect.poll(() => field('title').inputValue()).toBe('The version that stays');
  });
});
