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
    await send({ name: 'Rowan', text: 'I want to die and I do not know whom to tell.' });
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

  it('answers with an edited saved reply, and the reader sees both within two seconds', async () => {
    await comments.open('Rowan');
    await page.getByRole('heading', { name: 'Your checklist' }).waitFor();
    await page.getByRole('checkbox', { name: 'Read it twice, slowly.' }).click();
    await comments.press('Someone is struggling');
    const box = page.getByRole('textbox', { name: 'Reply' });
    expect(await box.inputValue()).toContain('116 123');
    await box.press('Control+Home');
    await box.pressSequentially('Dear Rowan. ');
    await comments.press('Approve and publish your reply');
    await comments.says('One comment was approved and answered.');
    expect(await box.inputValue()).toBe('');
    await read('I want to die and I do not know whom to tell.');
    await read('Dear Rowan.');
  });

  it('approves a comment and undoes that', async () => {
    await send({ name: 'Alder', text: 'A quiet thank you from the coast.' });
    await comments.list('Waiting');
    await comments.open('Alder');
    await comments.press('Approve');
    await comments.says('One comment was approved and is now on the page.');
    await read('A quiet thank you from the coast.');
    // Focus is where the result is said, so that Undo is the next thing on the keyboard.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await comments.says('One comment was put back.');
    await read('A quiet thank you from the coast.', false);
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

  it('declines several comments at once and undoes that', async () => {
    for (const name of ['Ash One', 'Ash Two', 'Ash Three']) await send({ name, text: `Words of ${name}.` });
    await comments.list('Waiting');
    await comments.choose('Ash One', 'Ash Two');
    await comments.press('Decline');
    await comments.says('2 comments were declined.');
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
