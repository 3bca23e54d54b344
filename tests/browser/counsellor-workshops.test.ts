import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage, WorkshopsPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { aNonce } from '../support/comments.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';
import { priceKey } from '../support/workshops.ts';

const day = 86_400_000;
const saturday = (): string => {
  const from = Date.now() + 5 * day;
  return new Date(from + ((6 - new Date(from).getUTCDay() + 7) % 7) * day).toISOString().slice(0, 10);
};

let mailbox: Mailbox;
let cms: RunningCms;
let browser: Browser;
let page: Page;
let adminPage: AdminPage;
let workshops: WorkshopsPage;
let heard: Heard;
/** Requests that the admin API refused. */
const refused: string[] = [];

const asWeb = async <T>(path: string, body: object): Promise<T> => {
  const answer = await fetch(`${cms.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cms.webToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { data: T }).data;
};

/** Registers as the site does, and confirms by the email that comes. */
const takePart = async (name: string, over: object = {}): Promise<string> => {
  const email = `${name.toLowerCase()}@example.org`;
  const needs = null;
  await asWeb('/api/workshops/an-hour-of-quiet/registrations', {
    name,
    email,
    price: priceKey('Full price', 3_000),
    accessNeeds: needs,
    consent: true,
    nonce: aNonce(),
    network: null,
    ...over,
  });
  const { text } = await mailbox.emailTo(email);
  const confirmation = { token: /confirm\/([\w.-]+)/.exec(text)?.[1] };
  const { token } = await asWeb<{ token: string }>('/api/private-registrations/confirm', confirmation);
  return token;
};

beforeAll(async () => {
  mailbox = await Mailbox.open();
  cms = await startCms({ demo: true, smtpUrl: mailbox.url });
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, acceptDownloads: true });
  heard = listen(context, cms.url);
  page = await context.newPage();
  page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.url().includes('/quiet-room/'))
      refused.push(`${answer.status()} ${answer.url()}`);
  });
  adminPage = new AdminPage(page, cms.url);
  await adminPage.signIn(cms.logins.counsellor.email, cms.logins.counsellor.password);
  workshops = new WorkshopsPage(page, cms.url);
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
  await mailbox?.close();
});

describe('the counsellor, running a workshop,', () => {
  it('writes and publishes it in the content manager, which says what is still missing', async () => {
    await adminPage.newEntry('api::workshop.workshop');
    await adminPage.fill('title', 'An hour of quiet');
    await adminPage.write([{ kind: 'Text', text: 'We sit together, and nobody has to say anything.' }]);
    await page.waitForTimeout(600);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText(/Add at least one session/)
      .first()
      .waitFor();
    await workshops.addSession(saturday(), '10:00', '12:00');
    await workshops.addPrice('Full price', '30');
    await adminPage.fill('capacity', '2');
    await adminPage.fill('venueName', 'The Quiet Room');
    await adminPage.fill('joiningDetails', 'Ring twice.');
    await adminPage.publish();
    const panel = page.getByRole('complementary').filter({ hasText: 'Participants' });
    await panel.getByText('0 of 2 places taken').waitFor();
    await panel.getByRole('link', { name: 'Participants' }).click();
    await page.getByRole('heading', { name: 'An hour of quiet', level: 1 }).waitFor();
    await page.getByText('Nobody has registered yet.').waitFor();
  });

  it('sees on the dashboard how full it is and who has access needs', async () => {
    await takePart('Robin', { accessNeeds: 'A chair by the door, please.' });
    await takePart('Wren');
    await takePart('Linnet');
    await page.goto(`${cms.url}/admin/`);
    await page.getByText('2 of 2 places taken').waitFor();
    await page.getByText('1 on the waitlist').waitFor();
    await page.getByText('Access needs: Robin').waitFor();
    await page.getByRole('link', { name: 'An hour of quiet' }).click();
    await workshops.row('Robin').getByText('A chair by the door, please.').waitFor();
    expect(await workshops.row('Linnet').innerText()).toContain('On the waitlist');
  });

  it('marks who has paid, but not yet who attended', async () => {
    const paid = page.getByRole('checkbox', { name: 'Robin has paid' });
    await paid.click();
    await expect.poll(() => paid.getAttribute('aria-checked')).toBe('true');
    await workshops.choose('Robin', 'Wren');
    await page.getByText('2 selected').waitFor();
    const offered = page.getByRole('group', { name: 'Actions for the selected participants' }).getByRole('button');
    expect(await offered.allInnerTexts()).toEqual(['Move them', 'Cancel their places']);
    await workshops.choose('Wren');
    await page.getByRole('button', { name: 'Not paid', exact: true }).waitFor();
  });

  it('exports the participants as a file', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      workshops.press('Download the list for other programs'),
    ]);
    expect(download.suggestedFilename()).toBe('an-hour-of-quiet-participants.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(
      '"Robin","Robin","robin@example.org","Has a place","A chair by the door, please.","Full price",30,"yes",',
    );
    await workshops.says('The list was downloaded');
  });

  it('emails everyone with a place after a preview, and gets a copy', async () => {
    await page.getByRole('link', { name: 'Email participants' }).click();
    await workshops.press('Preview');
    await page.getByText('Enter a subject.').waitFor();
    await page.getByLabel('Subject').fill('For Saturday');
    await page.getByText('Enter a subject.').waitFor({ state: 'detached' });
    await page.getByLabel('Message', { exact: true }).fill('Dear both,\n\nplease bring a cushion.');
    // Nothing is lost on the way back: it is there again.
    await page.goBack();
    await page.getByRole('link', { name: 'Email participants' }).click();
    await page.getByText('You typed this earlier, and it hasn’t been sent.').waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('For Saturday');
    await workshops.press('Preview');
    const email = page.frameLocator('iframe[title="The email"]');
    await email.getByText('please bring a cushion.').waitFor();
    await page.getByText('Robin, Wren').waitFor();
    expect(mailbox.emails().filter(({ subject }) => subject === 'For Saturday')).toEqual([]);
    await page.getByLabel('Message', { exact: true }).fill('Dear both,\n\nplease bring a cup.');
    expect(await page.getByRole('button', { name: 'Send to 2 people' }).count()).toBe(0);
    await workshops.press('Preview');
    await email.getByText('please bring a cup.').waitFor();
    await workshops.press('Send to 2 people');
    await workshops.says('Your email is on its way to 2 people, and a copy to you.');
    for (const to of ['robin@example.org', 'wren@example.org', cms.logins.counsellor.email]) {
      await mailbox.until(
        () =>
          mailbox
            .emailsTo(to)
            .some(({ subject, text }) => subject === 'For Saturday' && text.includes('please bring a cup.')),
        `her email to ${to}`,
      );
    }
    expect(mailbox.emailsTo('linnet@example.org').some(({ subject }) => subject === 'For Saturday')).toBe(false);
  });

  it('cancels a registration, and the next person on the waitlist is offered the seat', async () => {
    await page.getByRole('link', { name: 'Participants' }).click();
    await workshops.choose('Wren');
    await workshops.press('Cancel their place');
    await page.getByRole('alertdialog', { name: 'Cancel Wren’s place?' }).waitFor();
    await workshops.confirm('Cancel their place');
    await workshops.says('Wren was taken off the list and told by email.');
    await page.getByText('Nobody selected').waitFor();
    await workshops
      .row('Linnet')
      .getByText(/^Offered a place, until/)
      .waitFor();
    await mailbox.until(
      () => mailbox.emailsTo('linnet@example.org').some(({ subject }) => subject === 'A place has become free'),
      'the offer',
    );
  });

  it('sees field errors when adding a participant, and loses nothing when the workshop is full', async () => {
    await page.getByRole('link', { name: 'Add a participant' }).click();
    await workshops.press('Add participant');
    await page.getByText('Enter the participant’s name.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    await page.getByLabel('Name').fill('Ouzel');
    await page.getByLabel('Email address').fill('ouzel@example.org');
    await page.getByRole('combobox', { name: 'Price' }).click();
    await page.getByRole('option', { name: 'Full price, £30' }).click();
    await workshops.press('Add participant');
    await workshops.says('Every place is taken or on offer');
    expect(await page.getByLabel('Name').inputValue()).toBe('Ouzel');
  });

  it('sees in its form who will be emailed about a change, and sends it at once', async () => {
    await workshops.open('An hour of quiet');
    await page.getByRole('link', { name: 'Edit the workshop' }).click();
    await adminPage.fill('venueName', 'The Upper Room');
    await adminPage.publish();
    const held = page.locator('[data-held-change]');
    await held.getByText(/^2 people will be emailed at \d\d:\d\d\./).waitFor();
    await held.getByRole('button', { name: 'Don’t send' }).waitFor();
    await held.getByRole('button', { name: 'Send now' }).click();
    await held.getByText('An email is on its way to 2 people.').waitFor();
    expect(await held.getByRole('button').count()).toBe(0);
    await mailbox.until(
      () => mailbox.emailsTo('robin@example.org').some(({ text }) => text.includes('The Upper Room')),
      'the email about the change',
    );
  });

  it('duplicates it for another day', async () => {
    await page.getByRole('link', { name: 'Participants' }).click();
    await page.getByLabel('Day of the first session').fill(new Date(Date.now() + 40 * day).toISOString().slice(0, 10));
    await workshops.press('Duplicate for a new date');
    await page.waitForURL(/content-manager.*api::workshop\.workshop\/(?!create)/);
    await page.getByRole('heading', { name: 'An hour of quiet', level: 1 }).waitFor();
    await page.getByText('People can register once you have published the workshop.').waitFor();
    await adminPage.fill('capacity', '4');
    await adminPage.publish();
    await page.getByText('0 of 4 places taken').waitFor();
    await page.goto(`${cms.url}/admin/content-manager/collection-types/api::workshop.workshop`);
    const sameTitle = page.getByRole('row').filter({ hasText: 'An hour of quiet' });
    await sameTitle.nth(1).waitFor();
    for (const row of await sameTitle.allInnerTexts()) expect(row).toMatch(/\w+day \d+ \w+ \d{4} at 10am/);
  });

  it('cancels it, and sees first who will be emailed', async () => {
    await workshops.open('An hour of quiet');
    await page.getByLabel('Message', { exact: true }).fill('I have lost my voice. I am sorry.');
    await workshops.press('Cancel the workshop');
    await page
      .getByRole('alertdialog')
      .getByText(/1 person with a place, 1 person with an offer/)
      .waitFor();
    await workshops.confirm('Cancel the workshop');
    await workshops.says('An email is on its way to 2 people.');
    await page.getByText('I have lost my voice. I am sorry.').first().waitFor();
    await mailbox.until(
      () => mailbox.emailsTo('robin@example.org').some(({ subject }) => subject === 'Your workshop has been cancelled'),
      'the email',
    );
  });

  it('causes no request to another host and no error', () => {
    expect(heard.foreign).toEqual([]);
    expect(refused).toEqual([]);
    // The browser notes each refusal: of what lacked something before it could be published, and of what Strapi asks of
    // its paid parts.
    expect(heard.console.filter((line) => line.startsWith('error') && !/status of (400|404)/.test(line))).toEqual([]);
  });
});
