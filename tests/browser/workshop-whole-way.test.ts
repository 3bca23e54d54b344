import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage, WorkshopsPage } from '../support/admin-pages.ts';
import { violationsOn } from '../support/axe.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { Clock } from '../support/clock.ts';
import { type Arrived, Mailbox } from '../support/mailbox.ts';
import { readPdf } from '../support/pdf.ts';
import { type Stack, startStack } from '../support/stack.ts';

const day = 86_400_000;
/** The Saturday after next, as a calendar date. */
const saturday = (): string => {
  const from = new Date(Date.now() + 8 * day);
  return new Date(from.getTime() + ((6 - from.getUTCDay() + 7) % 7) * day).toISOString().slice(0, 10);
};

const on = saturday();
const clock = new Clock();
let mailbox: Mailbox;
let stack: Stack;
let browser: Browser;
let phone: BrowserContext;
let adminPage: AdminPage;
let workshops: WorkshopsPage;
let atSite: Heard;
let inAdmin: Heard;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stack = await startStack({ smtpUrl: mailbox.url, clock });
  browser = await startBrowser();
  phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    isMobile: true,
    hasTouch: true,
    acceptDownloads: true,
  });
  const office = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  atSite = listen(phone, stack.site.url);
  inAdmin = listen(office, stack.cms.url);
  adminPage = new AdminPage(await office.newPage(), stack.cms.url);
  workshops = new WorkshopsPage(adminPage.page, stack.cms.url);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mailbox?.close();
  clock.remove();
});

const signIn = (): Promise<void> =>
  adminPage.signIn(stack.cms.logins.counsellor.email, stack.cms.logins.counsellor.password);
const addressOf = (name: string): string => `${name.toLowerCase()}@example.org`;
const press = (page: Page, button: string) =>
  page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
const words = (page: Page) => page.getByRole('main').innerText();
const linkTo = (email: Arrived, path: string): string => {
  const found = email.links.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`“${email.subject}” leads to no ${path}, but to: ${email.links.join(' ')}`);
  return found;
};
/** Returns the newest email with that subject to an address, as soon as it has arrived. */
const email = async (name: string, subject: string): Promise<Arrived> => {
  const those = (): Arrived[] => mailbox.emailsTo(addressOf(name)).filter((one) => one.subject === subject);
  await mailbox.until(() => those().length > 0, `“${subject}” to ${name}`);
  return those().at(-1) as Arrived;
};

/**
 * Registers somebody on a phone of their own and presses the button that the email leads to; returns the browser page,
 * which shows the registration.
 */
const register = async (name: string): Promise<Page> => {
  const page = await phone.newPage();
  await page.goto(`${stack.site.url}/workshops`);
  await page.getByRole('main').getByRole('link', { name: 'Resting by the sea' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^(Book a place|Join the waitlist)$/ })
    .first()
    .click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email').fill(addressOf(name));
  await page.getByRole('main').locator('form button.button').last().click();
  await page.goto(linkTo(await email(name, 'Please confirm your place'), '/your-place/confirm/'));
  await press(page, 'Confirm');
  await press(page, 'Show my registration');
  return page;
};

describe('a workshop with two seats', () => {
  let robin: Page;
  let wren: Page;
  let linnet: Page;

  it('is written and published by the counsellor', async () => {
    await signIn();
    await adminPage.newEntry('api::workshop.workshop');
    await adminPage.fill('title', 'Resting by the sea');
    await adminPage.write([{ kind: 'Text', text: 'We walk, and sit, and watch the water.' }]);
    await workshops.addSession(on, '10:00', '12:30');
    await workshops.addPrice('Full price', '30');
    await adminPage.fill('capacity', '2');
    await adminPage.fill('venueName', 'The Boat House');
    await adminPage.fill('cpdHours', '2.5');
    await workshops.chooseFacilitator('Nora Ashby');
    await adminPage.publish();
    await expect.poll(async () => (await fetch(`${stack.site.url}/workshops/resting-by-the-sea`)).status).toBe(200);
  });

  it('gives its seats to the first two people and a place on the waitlist to the third', async () => {
    robin = await register('Robin');
    wren = await register('Wren');
    linnet = await register('Linnet');
    for (const page of [robin, wren]) expect(await words(page)).toContain('You have a place');
    expect(await words(linnet)).toContain('You are on the waitlist');
    const given = await email('Robin', 'Your place is confirmed');
    expect(given.parsed.attachments.map(({ contentType }) => contentType)).toEqual([
      'text/calendar',
      'application/ics',
    ]);
  });

  it('offers a cancelled seat by email to the first person on the waitlist, who accepts it', async () => {
    await press(wren, 'Cancel my place');
    await press(wren, 'Yes, cancel my place');
    const offer = await email('Linnet', 'A place has become free');
    await linnet.goto(linkTo(offer, '/your-place/'));
    await press(linnet, 'Show my registration');
    await press(linnet, 'Accept the place');
    await press(linnet, 'Show my registration');
    expect(await words(linnet)).toContain('You have a place');
    await email('Linnet', 'Your place is confirmed');
    expect(mailbox.emailsTo(addressOf('Robin')).map(({ subject }) => subject)).toEqual([
      'Please confirm your place',
      'Your place is confirmed',
    ]);
  });

  it('is past after its last session, and the counsellor marks the attendees', async () => {
    await clock.putForwardTo(new Date(`${on}T18:00:00.000Z`));
    await robin.goto(`${stack.site.url}/workshops/resting-by-the-sea`);
    expect(await words(robin)).toContain('This workshop has taken place.');
    // The counsellor's session has expired.
    await signIn();
    await workshops.open('Resting by the sea');
    await workshops.choose('Robin', 'Linnet');
    await workshops.press('Attended');
    await workshops.says('2 people were marked as having attended.');
    // A button that was pressed by mistake can be undone for ten minutes.
    expect(mailbox.emails().filter(({ subject }) => subject === 'Thank you for coming')).toEqual([]);
    await clock.putForwardTo(new Date(clock.now() + 11 * 60_000));
    await email('Robin', 'Thank you for coming');
  });

  it('gives attendees a certificate in the practice’s fonts and colours that can be verified', async () => {
    await linnet.goto(linkTo(await email('Linnet', 'Thank you for coming'), '/your-place/'));
    await press(linnet, 'Show my registration');
    const [download] = await Promise.all([
      linnet.waitForEvent('download'),
      linnet.getByRole('link', { name: 'Your certificate (PDF)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('certificate.pdf');
    const certificate = await readPdf(readFileSync(await download.path()));
    expect(certificate.pages).toBe(1);
    const date = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
      .format(new Date(on))
      .replace(',', '');
    for (const said of [
      'Certificate of attendance',
      'Linnet',
      'Resting by the sea',
      date,
      '2½ hours',
      'Led by Nora Ashby',
      'MBACP',
    ])
      expect(certificate.words).toContain(said);
    expect(certificate.pixels('#faf6f2')).toBeGreaterThan(200_000);
    expect(certificate.pixels('#f9e9c8')).toBeGreaterThan(100_000);
    expect(certificate.pixels('#24253a')).toBeGreaterThan(1_000);

    const genuine = /https?:\/\/\S+\/certificates\/[\w-]+/.exec(certificate.words)?.[0] ?? '';
    await linnet.goto(genuine);
    expect(await words(linnet)).toContain('This certificate is genuine');
    await linnet.getByLabel('Name on the certificate').fill('linnet');
    await press(linnet, 'Check');
    expect(await words(linnet)).toContain('The name matches');

    const withScript = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    await withScript.goto(genuine);
    expect(await violationsOn(withScript)).toEqual([]);
  });

  it('gives no certificate to those who did not attend', async () => {
    await wren.reload();
    await press(wren, 'Show my registration');
    expect(await words(wren)).toContain('Your place was cancelled');
    expect(await words(wren)).not.toContain('certificate');
    expect(mailbox.emailsTo(addressOf('Wren')).map(({ subject }) => subject)).toEqual([
      'Please confirm your place',
      'Your place is confirmed',
      'Your place has been cancelled',
    ]);
  });

  it('causes no request to another host and no error', () => {
    expect([...atSite.foreign, ...inAdmin.foreign]).toEqual([]);
    expect(atSite.console).toEqual([]);
    expect(inAdmin.console.filter((line) => line.startsWith('error') && !/status of (401|404)/.test(line))).toEqual([]);
  });
});
