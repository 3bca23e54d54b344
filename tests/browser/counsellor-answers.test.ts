import type { Browser, Page } from 'playwright-core';
import type { SentComment, Submission } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage, CommentsPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { aComment, aNonce } from '../support/comments.ts';
import { type Stack, startStack } from '../support/stack.ts';

const seenWithin = 2000;

let stack: Stack;
let browser: Browser;
let page: Page;
let comments: CommentsPage;
let reader: Page;
let heard: Heard;
let slug: string;
/** The secret of the private link of the comment in danger. */
let rowan: string;

const asWeb = async <T>(path: string, body: object): Promise<T> => {
  const answer = await fetch(`${stack.cms.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.cms.webToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { data: T }).data;
};
const send = (over: Partial<Submission>): Promise<SentComment> => asWeb(`/api/posts/${slug}/comments`, aComment(over));

const read = async (says: string, there = true): Promise<void> => {
  const until = performance.now() + seenWithin;
  for (;;) {
    await reader.goto(`${stack.site.url}/blog/${slug}`);
    if ((await reader.getByText(says).count()) > 0 === there) return;
    if (performance.now() > until)
      throw new Error(`“${says}” was ${there ? 'not ' : 'still '}on the page after ${seenWithin} ms.`);
  }
};

beforeAll(async () => {
  stack = await startStack();
  const posts = await fetch(`${stack.cms.url}/api/posts`, {
    headers: { authorization: `Bearer ${stack.cms.webToken}` },
  });
  slug = ((await posts.json()) as { data: { slug: string }[] }).data[0]?.slug ?? '';
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  heard = listen(context, stack.cms.url);
  page = await context.newPage();
  const { email, password } = stack.cms.logins.counsellor;
  await new AdminPage(page, stack.cms.url).signIn(email, password);
  comments = new CommentsPage(page, stack.cms.url);
  reader = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  ).newPage();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('the counsellor, moderating comments,', () => {
  it('sees on the dashboard what is waiting, with the text folded where someone may be in danger', async () => {
    rowan = (await send({ name: 'Rowan', text: 'I want to die and I do not know whom to tell.' })).token;
    await page.goto(`${stack.cms.url}/admin/`);
    await page.getByText('Waiting for you').first().waitFor();
    const first = page
      .getByRole('list', { name: 'The first of them' })
      .getByRole('listitem')
      .filter({ hasText: 'Rowan' });
    await first.getByText('The writer may be in danger').waitFor();
    expect(await page.getByText('I want to die').count()).toBe(0);
    await first.getByRole('link', { name: 'Rowan' }).click();
    await page.getByRole('heading', { name: 'Rowan', level: 1 }).waitFor();
    await page.getByText('I want to die and I do not know whom to tell.').first().waitFor();
  });

  it('unfolds a comment in the list by keyboard alone', async () => {
    await comments.list('Waiting');
    const row = comments.row('Rowan');
    expect(await row.getByText('I want to die').count()).toBe(0);
    await row.getByRole('button', { name: 'Show the text' }).focus();
    await page.keyboard.press('Enter');
    await row.getByText('I want to die').waitFor();
    expect(await row.getByRole('button', { name: 'Hide the text' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('approves several at once without those that are flagged or unopened, and is told so', async () => {
    for (const name of ['Elm Read', 'Elm Unread']) await send({ name, text: `Words of ${name}.` });
    await comments.list('Waiting');
    await comments.open('Elm Read');
    await comments.list('Waiting');
    await comments.choose('Rowan', 'Elm Read', 'Elm Unread');
    await comments.press('Approve');
    await comments.says('One comment was approved and is now on the page. 2 were left out: open them first.');
    await read('Words of Elm Read.');
    await read('I want to die', false);
    expect([await comments.row('Rowan').count(), await comments.row('Elm Unread').count()]).toEqual([1, 1]);
  });

  it('answers only the writer who may be in danger: that is the main button, and nothing is published', async () => {
    await comments.open('Rowan');
    const decisions = page.getByRole('group', { name: 'Your decision' });
    const colourOf = (name: string) =>
      decisions
        .getByRole('button', { name, exact: true })
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await decisions.getByRole('button').first().innerText()).toBe('Answer the writer');
    expect(await colourOf('Answer the writer')).not.toBe(await colourOf('Approve'));
    await comments.press('Answer the writer');
    const box = page.getByRole('textbox', { name: 'Reply' });
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('checkbox', { name: 'Read it twice, slowly.' }).click();
    await comments.press('Someone is struggling');
    expect(await box.inputValue()).toContain('116 123');
    await box.press('Control+Home');
    await box.pressSequentially('Dear Rowan. ');
    await comments.press('Answer only the writer');
    await comments.says('Rowan’s comment was answered, only to its writer.');
    await page.getByText(/^You answered its writer on /).waitFor();
    expect(await box.inputValue()).toBe('');
    await reader.goto(`${stack.site.url}/your-comment/${rowan}`);
    await reader.getByRole('button', { name: 'Show what I wrote' }).click();
    await reader.getByRole('heading', { name: 'Nora Ashby has answered you' }).waitFor();
    await reader.getByText('Dear Rowan.').waitFor();
    await read('Dear Rowan.', false);
    await read('I want to die', false);
  });

  it('answers the writer after declining, too, with the checklist still there', async () => {
    await comments.press('Decline');
    await comments.says('Rowan’s comment was declined.');
    await page.getByRole('heading', { name: 'Your checklist' }).waitFor();
    await page.getByText('The writer may be in danger').first().waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).fill('I am still here.');
    await comments.press('Answer only the writer');
    await comments.says('answered, only to its writer');
    await reader.goto(`${stack.site.url}/your-comment/${rowan}`);
    await reader.getByRole('button', { name: 'Show what I wrote' }).click();
    const main = await reader.getByRole('main').innerText();
    expect(main).toMatch(/is not on the page[\s\S]*116 123[\s\S]*has answered you[\s\S]*I am still here\./);
    expect(main).not.toMatch(/write again/);
  });

  it('finds an unsent reply again, and is asked before a flagged comment is published, with its text in view', async () => {
    await page.getByRole('textbox', { name: 'Reply' }).fill('Half a sentence');
    const address = page.url();
    await page.getByRole('link', { name: 'All comments' }).click();
    await page.getByRole('heading', { name: 'Comments', level: 1 }).waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.goto(address);
    const unsent = page
      .locator('[data-unsent]')
      .filter({ hasText: 'You typed this earlier, and it hasn’t been sent.' });
    await unsent.waitFor();
    const box = page.getByRole('textbox', { name: 'Reply' });
    expect(await box.inputValue()).toBe('Half a sentence');
    await unsent.getByRole('button', { name: 'Discard' }).click();
    expect(await box.inputValue()).toBe('');
    await page.reload();
    await box.waitFor();
    expect(await box.inputValue()).toBe('');
    expect(await unsent.count()).toBe(0);

    await comments.press('Approve');
    const asked = page.getByRole('alertdialog', { name: 'Publish Rowan’s comment?' });
    await asked.getByText('I want to die and I do not know whom to tell.').waitFor();
    await asked.getByRole('button', { name: 'Don’t publish it' }).click();
    await read('I want to die', false);
    await comments.press('Approve');
    await asked.getByRole('button', { name: 'Approve' }).click();
    await comments.says('Rowan’s comment was approved and is now on the page.');
    await read('I want to die and I do not know whom to tell.');

    await comments.press('Dismiss the flag');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Dismiss the flag' }).click();
    await comments.says('The flag was dismissed.');
    expect(await page.getByRole('heading', { name: 'Your checklist' }).count()).toBe(0);
  });

  it('approves a comment and undoes that', async () => {
    await send({ name: 'Alder', text: 'A quiet thank you from the coast.' });
    await comments.list('Waiting');
    await comments.open('Alder');
    await comments.press('Approve');
    await comments.says('Alder’s comment was approved and is now on the page.');
    await read('A quiet thank you from the coast.');
    // Focus is where the result is said, so that Undo is the next thing on the keyboard.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await comments.says('Alder’s comment was put back.');
    await read('A quiet thank you from the coast.', false);
    await comments.press('Decline');
    await comments.says('Alder’s comment was declined.');
    const before = page.url();
    await page.getByRole('link', { name: 'Next comment' }).click();
    await page.waitForURL((url) => url.href !== before && /\/comments\/\d+$/.test(url.pathname));
    // The result names whom it is about: it stays above the next person's comment.
    await page.getByRole('heading', { name: 'Alder', level: 1 }).waitFor({ state: 'detached' });
    await comments.says('Alder’s comment was declined.');
  });

  it('is shown the new text when the writer has changed it meanwhile, and loses nothing that she typed', async () => {
    const { token } = await send({ name: 'Hazel', text: 'The first words.' });
    await comments.list('Waiting');
    await comments.open('Hazel');
    await page.getByRole('textbox', { name: 'Reply' }).fill('My answer to the first words.');
    await asWeb('/api/private-comments/change', { token, version: 1, name: 'Hazel', text: 'The second words.' });
    await comments.press('Approve and publish your reply');
    await comments.says('changed by the writer in the meantime');
    await page.getByText('The second words.').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('My answer to the first words.');
    await comments.press('Approve and publish your reply');
    await comments.says('approved and answered');
    await read('My answer to the first words.');
  });

  it('declines several comments at once, without the unread, and undoes that', async () => {
    for (const name of ['Ash One', 'Ash Two', 'Ash Three']) await send({ name, text: `Words of ${name}.` });
    for (const name of ['Ash One', 'Ash Two']) {
      await comments.list('Waiting');
      await comments.open(name);
    }
    await comments.list('Waiting');
    await comments.choose('Ash Three');
    for (const decision of ['Spam', 'Decline']) {
      await comments.press(decision);
      await comments.says('One was left out: open it first.');
    }
    await comments.press('Delete for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
    await comments.says('One was left out: open it first.');
    await comments.choose('Ash One', 'Ash Two');
    await comments.press('Decline');
    await comments.says('2 comments were declined. One was left out: open it first.');
    expect([await comments.row('Ash One').count(), await comments.row('Ash Three').count()]).toEqual([0, 1]);
    await comments.press('Undo');
    await comments.says('2 comments were put back.');
    await comments.row('Ash One').waitFor();
  });

  it('puts a comment on legal hold with a reason, and releases it', async () => {
    await comments.list('Waiting');
    await comments.open('Ash Three');
    await comments.press('Put on hold');
    await page.getByText('Enter a reason').first().waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('It may be needed.');
    await comments.press('Put on hold');
    await comments.says('On hold: this');
    await comments.list('On hold');
    await comments.open('Ash Three');
    await page.getByText('It may be needed.').waitFor();
    await comments.press('Release');
    await comments.says('Released: this');
  });

  it('resolves a report that had hidden a comment', async () => {
    await comments.list('Waiting');
    await comments.open('Ash Two');
    await comments.press('Approve');
    await comments.says('approved');
    await read('Words of Ash Two.');
    const number = Number(/\d+$/.exec(page.url())?.[0]);
    await asWeb(`/api/comments/${number}/reports`, {
      reason: 'identifies-or-threatens',
      text: 'That is me.',
      nonce: aNonce(),
    });
    await read('Words of Ash Two.', false);
    await comments.list('Reported');
    await comments.open('Ash Two');
    await page.getByText('It identifies or threatens someone').waitFor();
    await comments.press('Put it back on the page');
    await comments.says('The reports are settled');
    await read('Words of Ash Two.');
  });

  it('sees what readers typed as literal text, and none of it runs', async () => {
    const words =
      '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">\n\u202Eturned round\nand a third line';
    await send({ name: '<b>Birch</b>', text: words });
    await comments.list('Waiting');
    await comments.open('<b>Birch</b>');
    const shown = page.locator('bdi', { hasText: 'and a third line' }).first();
    expect(await shown.textContent()).toBe(words);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it('deletes all personal data of one person', async () => {
    await send({ name: 'Quinn', email: 'quinn@example.org', notifyOnReply: true, text: 'Please forget me.' });
    await page.goto(`${stack.cms.url}/admin/comments/privacy`);
    await page.getByRole('textbox', { name: 'Email address' }).fill('quinn@example.org');
    await comments.press('Show what we store');
    await page.getByText('Please forget me.').waitFor();
    await comments.press('Delete all of it for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete all of it for good' }).click();
    await comments.says('Deleted for good: 1 comment or note');
    await comments.press('Show what we store');
    await comments.says('We store nothing about this email address.');
  });

  it('causes no request to another host and no error', () => {
    expect(heard.foreign).toEqual([]);
    expect(heard.console.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
