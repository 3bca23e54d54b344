import type { Browser, Page } from 'playwright-core';
import type { SentComment, Submission } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { aComment, aNonce } from '../support/comments.ts';
import { CommentsDesk } from '../support/comments-desk.ts';
import { Desk } from '../support/desk.ts';
import { type Stack, startStack } from '../support/stack.ts';

const seenWithin = 2000;

let stack: Stack;
let browser: Browser;
let page: Page;
let desk: CommentsDesk;
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
  await new Desk(page, stack.cms.url).signIn(email, password);
  desk = new CommentsDesk(page, stack.cms.url);
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
    await desk.list('Waiting');
    const row = desk.row('Rowan');
    expect(await row.getByText('I want to die').count()).toBe(0);
    await row.getByRole('button', { name: 'Show the text' }).focus();
    await page.keyboard.press('Enter');
    await row.getByText('I want to die').waitFor();
    expect(await row.getByRole('button', { name: 'Hide the text' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('answers with an edited saved reply, and the reader sees both within two seconds', async () => {
    await desk.open('Rowan');
    await page.getByRole('heading', { name: 'Your checklist' }).waitFor();
    await page.getByRole('checkbox', { name: 'Read it twice, slowly.' }).click();
    await desk.press('Somebody is struggling');
    const box = page.getByRole('textbox', { name: 'Reply' });
    expect(await box.inputValue()).toContain('116 123');
    await box.press('Control+Home');
    await box.pressSequentially('Dear Rowan. ');
    await desk.press('Approve and publish your reply');
    await desk.says('One comment was approved and answered.');
    expect(await box.inputValue()).toBe('');
    await read('I want to die and I do not know whom to tell.');
    await read('Dear Rowan.');
  });

  it('approves a comment and undoes that', async () => {
    await send({ name: 'Alder', text: 'A quiet thank you from the coast.' });
    await desk.list('Waiting');
    await desk.open('Alder');
    await desk.press('Approve');
    await desk.says('One comment was approved and is now on the page.');
    await read('A quiet thank you from the coast.');
    // Focus is where the result is said, so that Undo is the next thing on the keyboard.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await desk.says('One comment was put back.');
    await read('A quiet thank you from the coast.', false);
  });

  it('is shown the new text when the writer has changed it meanwhile, and loses nothing that she typed', async () => {
    const { token } = await send({ name: 'Hazel', text: 'The first words.' });
    await desk.list('Waiting');
    await desk.open('Hazel');
    await page.getByRole('textbox', { name: 'Reply' }).fill('My answer to the first words.');
    await asWeb('/api/private-comments/change', { token, version: 1, name: 'Hazel', text: 'The second words.' });
    await desk.press('Approve and publish your reply');
    await desk.says('changed by the writer in the meantime');
    await page.getByText('The second words.').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('My answer to the first words.');
    await desk.press('Approve and publish your reply');
    await desk.says('approved and answered');
    await read('My answer to the first words.');
  });

  it('declines several comments at once and undoes that', async () => {
    for (const name of ['Ash One', 'Ash Two', 'Ash Three']) await send({ name, text: `Words of ${name}.` });
    await desk.list('Waiting');
    await desk.choose('Ash One', 'Ash Two');
    await desk.press('Decline');
    await desk.says('2 comments were declined.');
    expect([await desk.row('Ash One').count(), await desk.row('Ash Three').count()]).toEqual([0, 1]);
    await desk.press('Undo');
    await desk.says('2 comments were put back.');
    await desk.row('Ash One').waitFor();
  });

  it('puts a comment on legal hold with a reason, and releases it', async () => {
    await desk.list('Waiting');
    await desk.open('Ash Three');
    await desk.press('Put on hold');
    await page.getByText('Give a reason').first().waitFor();
    await page.getByRole('textbox', { name: 'Reason' }).fill('It may be needed.');
    await desk.press('Put on hold');
    await desk.says('On hold: this');
    await desk.list('On hold');
    await desk.open('Ash Three');
    await page.getByText('It may be needed.').waitFor();
    await desk.press('Release');
    await desk.says('Released: this');
  });

  it('resolves a report that had hidden a comment', async () => {
    await desk.list('Waiting');
    await desk.open('Ash Two');
    await desk.press('Approve');
    await desk.says('approved');
    await read('Words of Ash Two.');
    const number = Number(/\d+$/.exec(page.url())?.[0]);
    await asWeb(`/api/comments/${number}/reports`, {
      reason: 'identifies-or-threatens',
      text: 'That is me.',
      nonce: aNonce(),
    });
    await read('Words of Ash Two.', false);
    await desk.list('Reported');
    await desk.open('Ash Two');
    await page.getByText('It identifies or threatens someone').waitFor();
    await desk.press('Put it back on the page');
    await desk.says('The reports are settled');
    await read('Words of Ash Two.');
  });

  it('sees what readers typed as literal text, and none of it runs', async () => {
    const words =
      '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">\n\u202Eturned round\nand a third line';
    await send({ name: '<b>Birch</b>', text: words });
    await desk.list('Waiting');
    await desk.open('<b>Birch</b>');
    const shown = page.locator('bdi', { hasText: 'and a third line' }).first();
    expect(await shown.textContent()).toBe(words);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it('deletes all personal data of one person', async () => {
    await send({ name: 'Quinn', email: 'quinn@example.org', notifyOnReply: true, text: 'Please forget me.' });
    await page.goto(`${stack.cms.url}/admin/comments/privacy`);
    await page.getByRole('textbox', { name: 'Email address' }).fill('quinn@example.org');
    await desk.press('Show what is held');
    await page.getByText('Please forget me.').waitFor();
    await desk.press('Delete all of it for good');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete all of it for good' }).click();
    await desk.says('Deleted for good: 1 comment or note');
    await desk.press('Show what is held');
    await desk.says('Nothing is held about this address.');
  });

  it('causes no request to another host and no error', () => {
    expect(heard.foreign).toEqual([]);
    expect(heard.console.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
