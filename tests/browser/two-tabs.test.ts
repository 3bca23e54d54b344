import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AdminBrowser } from '../support/admin-browser.ts';
import { paragraphs } from '../support/admin-client.ts';
import { contentForms, countStored } from '../support/admin-forms.ts';
import { endSession } from '../support/lost-saves.ts';
import type { OpenForm } from '../support/open-form.ts';

const { post } = contentForms;

let admin: AdminBrowser;
beforeAll(async () => {
  admin = await AdminBrowser.open();
});
afterAll(() => admin?.close());
afterEach(() => admin.closeTabs());

const count = (title: string): Promise<number> => countStored(admin.dataDir, post, title);

/** Makes a post and opens it in as many tabs. */
const openInTabs = async <N extends 1 | 2>(
  title: string,
  tabs: N,
): Promise<N extends 1 ? [OpenForm] : [OpenForm, OpenForm]> => {
  const uid = 'api::post.post';
  const { documentId } = await admin.ask('POST', `collection-types/${uid}`, { title, body: paragraphs('Same.') });
  const forms: OpenForm[] = [];
  for (let tab = 0; tab < tabs; tab += 1) {
    const form = await admin.tab(post);
    await form.open(`/content-manager/collection-types/${uid}/${documentId}`);
    forms.push(form);
  }
  return forms as N extends 1 ? [OpenForm] : [OpenForm, OpenForm];
};

const conflict = (form: OpenForm): Locator => form.dialog('This was changed somewhere else');
const choose = async (form: OpenForm, choice: string): Promise<void> => {
  await form.send();
  await conflict(form).getByRole('button', { name: choice }).click();
};
const valueOf = (form: OpenForm, name: string): Promise<string> => form.field(name).inputValue();

describe('a post that was changed in a second tab', () => {
  it('keeps both changes where different fields were changed', async () => {
    const [form] = await openInTabs('A harbour in two tabs', 1);
    await admin.saveElsewhere(form, { contentNote: 'From the second tab' });
    await form.field('title').fill('A harbour from the first tab');
    await choose(form, 'Keep both changes');
    await form.says(post.done);
    await expect.poll(() => valueOf(form, 'contentNote')).toBe('From the second tab');
    expect(await valueOf(form, 'title')).toBe('A harbour from the first tab');
  });

  it('shows both versions of the same field, and overwrites only what it is told to', async () => {
    const [form, other] = await openInTabs('A harbour changed twice', 2);
    await other.field('title').fill('The title of the second tab');
    await other.send();
    await other.says(post.done);
    await form.field('title').fill('The title of the first tab');
    await form.send();
    await conflict(form).getByRole('group', { name: 'Yours' }).getByText('The title of the first tab').waitFor();
    await conflict(form)
      .getByRole('group', { name: /^Saved on \w+ at \d\d:\d\d by \w+$/ })
      .getByText('The title of the second tab')
      .waitFor();
    for (const name of ['Keep both changes', 'Keep both, one after the other'])
      expect(await conflict(form).getByRole('button', { name }).isVisible()).toBe(false);
    await form.page.keyboard.press('Escape');
    await form.says('Not saved yet');
    const save = form.page.getByRole('button', { name: 'Save', exact: true });
    await expect.poll(() => save.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await valueOf(form, 'title')).toBe('The title of the first tab');
    await choose(form, 'Keep mine');
    await form.says(post.done);
    expect(await count('The title of the first tab')).toBe(1);
  });

  it('holds both versions of a text, one after the other, when told to', async () => {
    const [form] = await openInTabs('A harbour written by two', 1);
    await admin.saveElsewhere(form, {
      body: paragraphs('Same.', 'Of the second tab.'),
      contentNote: 'Of the second tab',
    });
    const lines = form.field(null).getByRole('paragraph');
    await lines.getByText('Same.').click();
    await form.page.waitForFunction(() => document.getSelection()?.anchorNode?.textContent === 'Same.');
    await form.page.keyboard.press('End');
    await form.page.keyboard.press('Enter');
    await expect.poll(() => lines.count()).toBe(2);
    await form.page.keyboard.insertText('Of the first tab.');
    await expect.poll(() => lines.allInnerTexts()).toEqual(['Same.', 'Of the first tab.']);
    await choose(form, 'Keep both, one after the other');
    await form.says(post.done);
    await expect.poll(() => lines.allInnerTexts()).toEqual(['Same.', 'Of the first tab.', 'Of the second tab.']);
    expect(await valueOf(form, 'contentNote')).toBe('Of the second tab');
  });

  it('shows the other version when told to, and says so as a success', async () => {
    const [form] = await openInTabs('A harbour given up', 1);
    await admin.saveElsewhere(form, { title: 'The version that stays' });
    await form.field('title').fill('The version that goes');
    // It goes after a few seconds.
    const message = form.page.locator('[data-sonner-toast]').getByText('You see the other version now.').waitFor();
    await choose(form, 'Take the other one');
    await message;
    expect(await form.page.locator('[data-sonner-toast][data-type=error]').count()).toBe(0);
    await form.says('You see the other version now.');
    expect(await valueOf(form, 'title')).toBe('The version that stays');
    expect(await count('The version that stays')).toBe(1);
  });

  it('is compared with what was typed before a crash, on an older version', async () => {
    const [form] = await openInTabs('A harbour before a crash', 1);
    await form.field('title').fill('Typed before the crash');
    await form.isKept('Typed before the crash');
    await admin.saveElsewhere(form, { title: 'Saved in the meantime' });
    await form.page.reload();
    const offer = form.dialog('Not saved last time');
    await offer.getByText(/You changed this post on .* and did not save it: “Typed before the crash”/).waitFor();
    await offer.getByText('Since then, something else was saved here.').waitFor();
    await form.restore();
    await form.send();
    await conflict(form).getByRole('group', { name: 'Yours' }).getByText('Typed before the crash').waitFor();
    await conflict(form)
      .getByRole('group', { name: /^Saved/ })
      .getByText('Saved in the meantime')
      .waitFor();
  });

  it('is written as a new one when it was deleted meanwhile', async () => {
    const [form] = await openInTabs('A harbour that was deleted', 1);
    await form.field('title').fill('A harbour that is kept');
    const { pathname } = new URL(form.page.url());
    await admin.ask('DELETE', pathname.replace('/admin/content-manager/', ''));
    await form.send();
    await form.dialog('This was deleted meanwhile').getByRole('button', { name: 'Write it as a new one' }).click();
    await form.page.waitForURL((url) => /api::post\.post\/[a-z0-9]+$/.test(url.pathname) && url.pathname !== pathname);
    await expect.poll(() => valueOf(form, 'title')).toBe('A harbour that is kept');
    await form.says(post.done);
    expect(await count('A harbour that is kept')).toBe(1);
  });
});

describe('what was typed into a new post and not saved', () => {
  const isOffered = (form: OpenForm, title: string): Promise<void> =>
    form.dialog('Not saved last time').getByText(`“${title}”`).waitFor();

  it('is offered in no other tab while its own is open, and afterwards the newest first', async () => {
    const tabs = [await admin.tab(post), await admin.tab(post)];
    for (const [index, tab] of tabs.entries()) {
      await tab.open();
      await tab.field('title').fill(`A harbour in tab ${index}`);
      await tab.isKept(`A harbour in tab ${index}`);
      expect(await tab.dialog('Not saved last time').count()).toBe(0);
    }
    for (const { page } of tabs) await page.close();
    const form = await admin.tab(post);
    await form.open();
    await isOffered(form, 'A harbour in tab 1');
    await form.page.getByRole('button', { name: 'Discard' }).click();
    await isOffered(form, 'A harbour in tab 0');
    await form.restore();
    expect(await valueOf(form, 'title')).toBe('A harbour in tab 0');
    await form.field('title').fill('');
    await expect.poll(() => form.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('A harbour in tab');
  });

  it('is offered without a question once she has left it, until she discards it or signs out', async () => {
    const form = await admin.tab(post);
    await form.openByLink();
    await form.field('title').fill('A harbour left alone');
    await form.isKept('A harbour left alone');
    await form.page.goBack();
    await form.page.getByRole('alertdialog').getByText('This browser keeps it').waitFor();
    await form.page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    expect(await valueOf(form, 'title')).toBe('A harbour left alone');
    await form.page.goBack();
    await form.page
      .getByRole('alertdialog', { name: 'Leave this page?' })
      .getByRole('button', { name: 'Leave' })
      .click();
    await form.page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await form.page.goForward();
    const line = form.page.locator('[data-offered]');
    await line.getByText(/You began a new post on .* did not save it: “A harbour left alone”/).waitFor();
    expect(await form.dialog('Not saved last time').count()).toBe(0);
    await form.field('title').fill('Another harbour');
    await form.isKept('Another harbour');
    await line.getByRole('button', { name: 'Discard' }).click();
    await line.waitFor({ state: 'detached' });
    expect(await form.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('A harbour left alone');
    const signOut = async (): Promise<void> => {
      await form.page
        .getByRole('button', { name: /^C\b|Counsellor/ })
        .first()
        .click();
      await form.page.getByRole('menuitem', { name: 'Sign out' }).click();
    };
    await signOut();
    const question = form.dialog('Sign out?');
    await question.getByText('What you typed and did not save is lost').waitFor();
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    expect(await valueOf(form, 'title')).toBe('Another harbour');
    await form.page.getByRole('link', { name: 'Home' }).first().click();
    await form.dialog('Leave this page?').getByRole('button', { name: 'Leave' }).click();
    await form.page.waitForURL((url) => url.pathname === '/admin');
    // It is asked about from any page: signing out would delete it.
    await signOut();
    await question.getByText('1 text is not saved or sent yet.').waitFor();
    await question.getByText('A new post: “Another harbour”').waitFor();
    await question.getByRole('button', { name: 'Stay' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await form.page.evaluate(() => JSON.stringify(localStorage))).toContain('Another harbour');
    await signOut();
    await question.getByRole('button', { name: 'Sign out and delete it' }).click();
    await form.page.waitForURL((url) => url.pathname.endsWith('/auth/login'));
    expect(await form.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Another harbour');
  });
});

describe('a session that ended in two tabs', () => {
  it('needs the password in one of them only', async () => {
    const [form, other] = await openInTabs('A harbour without a session', 2);
    await endSession(form.page);
    await form.field('contentNote').fill('Typed before the session ended');
    await form.send();
    await form.dialog('Please sign in again').waitFor();
    await other.page.getByRole('link', { name: 'Comments' }).click();
    await other.dialog('Please sign in again').waitFor();
    await form.signInAgain(admin.cms.logins.counsellor.password);
    await form.says(post.done);
    await other.dialog('Please sign in again').waitFor({ state: 'detached' });
    await other.page.getByRole('navigation', { name: 'Lists of comments' }).getByText('Waiting').waitFor();
    await other.page.getByText(/^Nothing is waiting for you|^Select all on this page/).waitFor();
  });
});
