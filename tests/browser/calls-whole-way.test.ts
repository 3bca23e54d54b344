import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { callOutcomeResponse, callPageResponse, openedCall } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { Mailbox } from '../support/mailbox.ts';
import { Reader } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';

const address = 'marnie@example.org';

let mailbox: Mailbox;
let stack: Stack;
let browser: Browser;
let phone: Page;
let atSite: Heard;
/** The private link that the reader has saved. */
let own: string;
/** The page after booking. */
let thanks: string;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  stack = await startStack({ smtpUrl: mailbox.url });
  browser = await startBrowser();
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
  });
  atSite = listen(context, stack.site.url);
  phone = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mailbox?.close();
});

const main = () => phone.getByRole('main');
const press = (button: string) => main().getByRole('button', { name: button, exact: true }).click();
const email = () => main().getByRole('textbox', { name: 'Email', exact: true });
const times = () => main().locator('input[name="starts"]');

describe('a call from a phone without JavaScript', () => {
  it('is found in the menu, and its form is checked with everything kept, also while looking at other times', async () => {
    await phone.goto(stack.site.url);
    await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Book a call' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Book a free call' }).waitFor();
    expect(await main().innerText()).toContain('Times are in UK time');
    await press('Book this call');
    expect(await phone.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Choose how you would like to talk',
      'Choose a time',
      'Enter the name that I should call you',
      'Enter your email address',
    ]);
    await main().getByLabel('Online').check();
    expect(await main().getByRole('textbox', { name: 'Phone number' }).isVisible()).toBe(false);
    await main().getByLabel('By phone').check();
    await main().getByRole('textbox', { name: 'Phone number' }).fill('07700 900123');
    await main().getByRole('textbox', { name: 'What should I call you?' }).fill('Marnie');
    await times().first().check();
    const chosen = await times().first().inputValue();
    await press('Later times');
    expect(await times().first().inputValue()).toBe(chosen);
    expect(await times().first().isChecked()).toBe(true);
    expect(await main().innerText()).toContain('The time you chose');
    expect(await main().getByRole('textbox', { name: 'What should I call you?' }).inputValue()).toBe('Marnie');
  });

  it('loses its time to somebody else, and offers the nearest ones with everything kept', async () => {
    const lost = await times().first().inputValue();
    await new Reader(stack.site.url).bookCall({ starts: lost, email: 'quick@example.org' });
    const readsLost = async () => (await new Reader(stack.site.url).get('/book')).html.includes(`value="${lost}"`);
    await expect.poll(readsLost, { timeout: 10_000 }).toBe(false);
    await email().fill(address);
    await press('Book this call');
    expect(await phone.getByRole('alert').innerText()).toContain('That time is no longer free');
    expect(await main().innerText()).toContain('The nearest free times');
    expect(await email().inputValue()).toBe(address);
    expect(await main().getByLabel('By phone').isChecked()).toBe(true);
    expect(await times().evaluateAll((all, gone) => all.some((one) => one.getAttribute('value') === gone), lost)).toBe(
      false,
    );
    await times().first().check();
    await press('Book this call');
    await phone.getByRole('heading', { level: 1, name: 'Your call is booked' }).waitFor();
    expect(await main().innerText()).toContain(address);
    expect(await main().innerText()).toContain('116 123');
    own = (await main().getByRole('link', { name: 'Open your private page' }).getAttribute('href')) ?? '';
    thanks = phone.url();
  });

  it('is confirmed by an email with the private link, without the number', async () => {
    const confirmation = await mailbox.emailTo(address);
    expect(confirmation.links.some((link) => link.endsWith(own))).toBe(true);
    expect(confirmation.raw).not.toContain('900123');
    const calendar = await fetch(`${stack.site.url}${own}/call.ics`);
    expect(calendar.headers.get('content-disposition')).toBe('attachment; filename="call.ics"');
    expect(calendar.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
    const head = await fetch(`${stack.site.url}${own}/call.ics`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('is moved through its link, which shows nothing before it is asked', async () => {
    await phone.goto(stack.site.url + own);
    expect(await main().innerText()).not.toContain('Marnie');
    await press('Show my call');
    expect(await main().innerText()).toMatch(/Ends in 123/);
    await press('Move it to another time');
    await press('Move it to this time');
    expect(await phone.getByRole('alert').innerText()).toContain('Choose a time');
    await times().last().check();
    await press('Move it to this time');
    await main().getByText('Your call has been moved.').waitFor();
    expect((await mailbox.emailTo(address, { count: 2 })).subject).toBe('Your call has changed');
    await phone.goto(thanks);
    expect(await main().innerText()).toContain('It has been moved since you booked it.');
  });

  it('is seen and moved by the counsellor, and its new time comes by email, in a file that another library reads', async () => {
    const admin = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
    const headers = { authorization: `Bearer ${stack.cms.webToken}` };
    const free = callPageResponse.parse(await (await fetch(`${stack.cms.url}/api/calls`, { headers })).json());
    const starts = free.data.slots.at(-1) ?? '';
    const number = Number(/\/your-call\/(\d+)\./.exec(own)?.[1]);
    const { call } = await admin.post(openedCall, `/calls/${number}/open`);
    expect(call.name).toBe('Marnie');
    await admin.post(callOutcomeResponse, `/calls/${number}/move`, { version: call.version, starts, notify: true });
    const moved = await mailbox.emailTo(address, { count: 3 });
    expect([moved.subject, moved.parsed.text?.includes('We had to move your call')]).toEqual([
      'Your call has changed',
      true,
    ]);
    const [file] = moved.parsed.attachments;
    const calendar = new ICAL.Component(ICAL.parse(file?.content.toString() ?? ''));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    expect([event.summary, event.startDate.toUnixTime() * 1000]).toEqual(['Call', Date.parse(starts)]);
  });

  it('is cancelled after one more question', async () => {
    await phone.goto(stack.site.url + own);
    await press('Show my call');
    await press('Cancel it');
    await press('Yes, cancel it');
    await phone.getByRole('heading', { level: 1, name: 'Your call was cancelled' }).waitFor();
    expect((await mailbox.emailTo(address, { count: 4 })).subject).toBe('Your call has been cancelled');
    await press('Show my call');
    expect(await main().innerText()).toContain('You cancelled this call');
    expect(await main().getByRole('button', { name: 'Cancel it' }).count()).toBe(0);
    await phone.goto(thanks);
    await phone.getByRole('heading', { level: 1, name: 'This call has been cancelled' }).waitFor();
  });

  it('causes no request to another host and no error', () => {
    expect(atSite.foreign).toEqual([]);
    // The browser itself logs that a form was not accepted.
    expect(atSite.console.filter((line) => !/status of (409|422)/.test(line))).toEqual([]);
  });
});

describe('a reader in another zone', () => {
  it('is offered the times there by the script, and sees them once the link is followed, with what was typed', async () => {
    const context = await browser.newContext({ timezoneId: 'America/New_York' });
    const page = await context.newPage();
    await page.goto(`${stack.site.url}/book`);
    const shown = page.getByRole('main');
    expect(await shown.innerText()).toContain('Times are in UK time');
    await shown.getByRole('textbox', { name: 'What should I call you?' }).fill('Marnie');
    await shown.locator('input[name="starts"]').nth(1).check();
    const chosen = await shown.locator('input[name="starts"]:checked').inputValue();
    await shown.getByRole('link', { name: 'Show times in New York time' }).click();
    await shown.getByText(/Times are in Eastern \w+ Time \(UTC−[45]\), as in New York/).waitFor();
    expect(await shown.getByRole('link', { name: /^Show times in/ }).count()).toBe(0);
    expect(await shown.getByRole('textbox', { name: 'What should I call you?' }).inputValue()).toBe('Marnie');
    expect(await shown.locator('input[name="starts"]:checked').inputValue()).toBe(chosen);
    await context.close();
  });
});

describe('a reader who comes back to the form', () => {
  it.each([true, false])('finds no other time ticked than the one that was, with JavaScript: %s', async (hasScript) => {
    const context = await browser.newContext({ javaScriptEnabled: hasScript });
    const page = await context.newPage();
    await page.goto(`${stack.site.url}/book`);
    const shown = page.getByRole('main').locator('input[name="starts"]');
    const first = await shown.first().inputValue();
    await shown.nth(2).check();
    await page.getByRole('textbox', { name: 'What should I call you?' }).fill('Marnie');
    await page.goto(`${stack.site.url}/blog`);
    await new Reader(stack.site.url).bookCall({ starts: first, email: `quick-${hasScript}@example.org` });
    await expect.poll(async () => (await new Reader(stack.site.url).get('/book')).html).not.toContain(`"${first}"`);
    await page.goBack();
    expect(await shown.first().inputValue()).not.toBe(first);
    expect(await page.getByRole('textbox', { name: 'What should I call you?' }).inputValue()).toBe('Marnie');
    expect(await page.getByRole('main').locator('input[name="starts"]:checked').count()).toBe(0);
    await context.close();
  });
});
