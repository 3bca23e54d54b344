import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type Stack, startStack } from '../support/stack.ts';

const name = 'Marnie from the third floor';
const words = 'My sister says that talking helped her.\n\nDo you have an evening?';
const address = 'marnie@example.org';
const reply = 'I do: Thursdays at six.\n\nShall we try one?';

let mailbox: Mailbox;
let stack: Stack;
let browser: Browser;
let phone: Page;
let admin: AdminPage;
let atSite: Heard;
let inAdmin: Heard;
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
  admin = new AdminPage(await office.newPage(), stack.cms.url);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mailbox?.close();
});

const press = (button: string) => phone.getByRole('main').getByRole('button', { name: button, exact: true }).click();

describe('a message from a phone without JavaScript', () => {
  it('is checked with everything kept, sent and acknowledged with the day of the answer', async () => {
    await phone.goto(`${stack.site.url}/contact`);
    const promise = await phone.getByText(/I’ll answer by \w+day \d/).innerText();
    await phone.getByRole('textbox', { name: 'Your name' }).fill(name);
    await phone.getByRole('textbox', { name: 'Your message' }).fill(words);
    await phone.getByLabel('By email').check();
    expect(await phone.getByLabel('Good times to call').isVisible()).toBe(false);
    await phone.getByLabel('Email', { exact: true }).fill('marnie');
    await press('Send');
    expect(await phone.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Enter an email address in the correct format, like name@example.com',
      'Tick the box to let me keep your message, or leave the message empty',
    ]);
    expect(await phone.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe(words);
    await phone.getByLabel('Email', { exact: true }).fill(address);
    await phone.getByLabel('Keep my message').check();
    await press('Send');

    await phone.getByRole('heading', { level: 1, name: 'Thank you. Your message has been sent.' }).waitFor();
    const main = await phone.getByRole('main').innerText();
    expect(main).toContain(promise.replace('I’ll answer ', '').replace(/\.$/, ''));
    expect(main).toContain('116 123');
    own = (await phone.getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
  });

  it('causes two emails, in which nothing of it is repeated', async () => {
    const toHer = await mailbox.emailTo(stack.cms.logins.counsellor.email);
    const toReader = await mailbox.emailTo(address);
    expect([toHer.subject, toReader.subject]).toEqual(['Something is waiting', 'We have your message']);
    for (const { text, html, subject } of [toHer, toReader])
      for (const secret of ['Marnie', 'sister', 'evening']) expect(subject + text + html).not.toContain(secret);
    // The address may be mistyped: no link in the email leads to what was written.
    expect(toReader.raw).not.toContain('/your-message/');
  });

  it('waits for the counsellor, who sees the email before it is sent', async () => {
    const { email, password } = stack.cms.logins.counsellor;
    await admin.signIn(email, password);
    const { page } = admin;
    await page.getByRole('main').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Do you have an evening?');
    await page.getByLabel('Reply', { exact: true }).fill(reply);
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.frameLocator('iframe').getByText('Shall we try one?').waitFor();
    expect(mailbox.emailsTo(address)).toHaveLength(1);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Your reply was sent').waitFor();
  });

  it('is answered by an email that the reader can reply to', async () => {
    const answer = await mailbox.emailTo(address, { count: 2 });
    expect(answer.subject).toBe('A reply to your message');
    expect(answer.text).toContain('Shall we try one?');
    expect(answer.text).toContain('> Do you have an evening?');
    expect(answer.parsed.replyTo?.text).toContain('@');
  });

  it('is added to, and withdrawn with everything, through its private link', async () => {
    await phone.goto(stack.site.url + own);
    expect(await phone.getByRole('main').innerText()).not.toContain('sister');
    await press('Show my message');
    await phone.getByText('It was answered by email').waitFor();
    await press('Add to it');
    await phone.getByLabel('What you would like to add').fill('Yes, please.');
    await press('Send');
    await phone.getByText('What you added has been sent.').waitFor();
    const { page } = admin;
    await page.goto(`${stack.cms.url}/admin/messages`);
    await page.getByRole('main').getByRole('link', { name }).click();
    await page.getByText('Yes, please.').waitFor();

    await press('Show my message');
    await press('Withdraw it');
    await press('Withdraw it');
    await phone.getByRole('heading', { level: 1, name: 'Your message was withdrawn' }).waitFor();
    await page.reload();
    await page.getByText('no longer').first().waitFor();
  });

  it('causes no request to another host and no error', () => {
    expect([...atSite.foreign, ...inAdmin.foreign]).toEqual([]);
    // The browser itself logs that a form was not accepted, and that the withdrawn message is gone.
    const unexpected = [...atSite.console, ...inAdmin.console.filter((line) => line.startsWith('error'))];
    expect(unexpected.filter((line) => !/status of (404|422)/.test(line))).toEqual([]);
  });
});
