import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient, paragraphs } from '../support/admin-client.ts';
import { AdminPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { type Arrived, Mailbox } from '../support/mailbox.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** A reader who comes this long after a decision sees it, in milliseconds, however long the page takes to load. */
const seenWithin = 2_000;

const name = 'Marnie from the third floor';
const words = 'I read this on the stairs, twice.\n\nIt was the first quiet hour of my week.';
const address = 'marnie@example.org';
const reply = 'Thank you for sitting down on those stairs with it. I am glad that you wrote.';

let mailbox: Mailbox;
let stack: Stack;
let browser: Browser;
let phone: Page;
let adminPage: AdminPage;
let atSite: Heard;
let inAdmin: Heard;
let post: string;
/** The private link that the reader has saved. */
let own: string;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stack = await startStack({ demo: false, smtpUrl: mailbox.url });
  browser = await startBrowser();
  const onPhone = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const office = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  atSite = listen(onPhone, stack.site.url);
  inAdmin = listen(office, stack.cms.url);
  phone = await onPhone.newPage();
  adminPage = new AdminPage(await office.newPage(), stack.cms.url);
  const admin = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await admin.publishPost({ title: 'A quiet minute', slug: 'a-quiet-minute', body: paragraphs('Sit down for one.') });
  post = `${stack.site.url}/blog/a-quiet-minute`;
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mailbox?.close();
});

/** Returns the link in an email to a page of this kind. */
const linkTo = (email: Arrived, path: string): string => {
  const found = email.links.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`“${email.subject}” leads to no ${path}, but to: ${email.links.join(' ')}`);
  return found;
};

/**
 * Requests the post as other readers do until it contains all of these texts; returns after how many milliseconds the
 * first request was sent whose response does.
 */
async function untilThePostSays(...says: RegExp[]): Promise<number> {
  const began = performance.now();
  for (;;) {
    const asked = performance.now();
    const html = await (await fetch(post)).text();
    if (says.every((one) => one.test(html))) return asked - began;
    if (performance.now() - began > 20_000)
      throw new Error(`The post never said ${says.find((one) => !one.test(html))}`);
    await pause(25);
  }
}

const press = (button: string) => phone.getByRole('main').getByRole('button', { name: button, exact: true }).click();

describe('a comment from a phone without JavaScript', () => {
  it('is written under the post, checked, sent and acknowledged', async () => {
    await phone.goto(post);
    await phone.getByLabel('Name or pseudonym').fill(name);
    await phone.getByLabel('Your comment').fill(words);
    await phone.getByLabel('Email').fill(address);
    await phone.getByLabel('Tell me when someone replies').check();
    await phone.getByLabel('Keep what I write').check();
    await press('Send');

    await phone.getByRole('heading', { level: 1, name: 'Check what you wrote' }).waitFor();
    const preview = phone.getByRole('article', { name });
    expect(await preview.locator('p').allInnerTexts()).toEqual(words.split('\n\n'));
    await press('Send it');

    await phone.getByRole('heading', { level: 1, name: 'Thank you. Your comment is waiting to be read.' }).waitFor();
    const main = await phone.getByRole('main').innerText();
    expect(main).toContain('can take a few days');
    expect(main).toContain('116 123');
    own = (await phone.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
    expect(own).toMatch(/^\/your-comment\/\d+\./);
    expect(await (await fetch(post)).text()).not.toContain(name);
  });

  it('causes two emails: a discreet one to the counsellor, and one to the reader that asks to confirm the address', async () => {
    const toHer = await mailbox.emailTo(stack.cms.logins.counsellor.email);
    const toReader = await mailbox.emailTo(address);
    expect([toHer.subject, toReader.subject]).toEqual(['Something is waiting', 'Please confirm your address']);
    linkTo(toHer, '/admin/comments');
    for (const { text, html, subject } of [toHer, toReader]) {
      for (const secret of ['Marnie', 'stairs', 'quiet hour']) expect(subject + text + html).not.toContain(secret);
    }
    expect(toHer.raw).not.toContain(address);
    expect(mailbox.emails()).toHaveLength(2);
  });

  it('appears on the counsellor’s dashboard, and is approved and answered there in one step', async () => {
    const { email, password } = stack.cms.logins.counsellor;
    await adminPage.signIn(email, password);
    const widget = await adminPage.openWaiting(name);
    expect(widget).toContain('One comment has been waiting for you');
    expect(await adminPage.page.getByRole('main').innerText()).toContain('It was the first quiet hour of my week.');
    await adminPage.approveWithReply(reply);
    expect(
      await untilThePostSays(/It was the first quiet hour of my week\./, /I am glad that you wrote\./),
    ).toBeLessThan(seenWithin);
  });

  it('appears on the page with the counsellor’s reply below it, marked as the counsellor’s', async () => {
    await phone.goto(post);
    const thread = phone.locator('.thread > li', { hasText: name });
    expect(await thread.locator('> article .comment-text p').allInnerTexts()).toEqual(words.split('\n\n'));
    const answer = thread.locator('.replies article');
    expect(await answer.locator('.plain-text').innerText()).toBe(reply);
    expect(await answer.locator('.badge').innerText()).toMatch(/counsellor/i);
  });

  it('causes an email about the reply once the reader has confirmed the address', async () => {
    const before = mailbox.emailsTo(address);
    expect(before).toHaveLength(1);
    await phone.goto(linkTo(before[0] as Arrived, '/mail/confirm/'));
    expect(mailbox.emailsTo(address)).toHaveLength(1);
    await press('Confirm my address');
    await phone.getByRole('heading', { level: 1, name: 'Thank you, your email address is confirmed' }).waitFor();
    // Whoever sent it need not be who confirmed it: the link from before has ended.
    const renewed = (await phone.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
    expect(renewed).toMatch(/^\/your-comment\/\d+\./);
    expect(renewed).not.toBe(own);
    own = renewed;
    const email = await mailbox.emailTo(address, { count: 2 });
    expect(email.subject).toBe('There is an answer for you');
    expect(email.text).not.toContain('stairs');
    await phone.goto(linkTo(email, '/blog/'));
    expect(await phone.locator(':target .plain-text').innerText()).toBe(reply);
  });

  it('is shown on its private page only after a button was pressed, and leaves a placeholder above the reply when deleted', async () => {
    await phone.goto(stack.site.url + own);
    expect(await phone.getByRole('main').innerText()).not.toContain('stairs');
    await press('Show what I wrote');
    expect(await phone.locator('.plain-text').first().innerText()).toContain('I read this on the stairs, twice.');
    await press('Delete my comment');
    await press('Yes, delete it');
    await phone.getByRole('heading', { level: 1, name: 'It has been deleted' }).waitFor();
    expect(await untilThePostSays(/A comment was removed by its writer/, /I am glad that you wrote\./)).toBeLessThan(
      seenWithin,
    );

    await phone.goto(post);
    const thread = phone.locator('.thread > li', { hasText: 'A comment was removed by its writer' });
    expect(await thread.locator('.replies .plain-text').innerText()).toBe(reply);
    expect(await phone.content()).not.toMatch(/Marnie|quiet hour/);
    await phone.goto(stack.site.url + own);
    await press('Show what I wrote');
    await phone.getByRole('heading', { level: 1, name: 'This link doesn’t work' }).waitFor();
  });

  it('causes no request to another host and no error', () => {
    expect([...atSite.foreign, ...inAdmin.foreign]).toEqual([]);
    expect(inAdmin.console.filter((line) => line.startsWith('error'))).toEqual([]);
    // The browser itself logs that the page of the expired link is a 404.
    expect(atSite.console.filter((line) => !line.includes('status of 404'))).toEqual([]);
  });
});
