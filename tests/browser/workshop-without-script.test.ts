import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listedWorkshops } from 'shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { type Heard, listen, scrollsSideways, startBrowser } from '../support/browser.ts';
import { Mailbox } from '../support/mailbox.ts';
import { showsLabelOfFocus } from '../support/page-checks.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';

let mail: Mailbox;
let stack: Stack;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let heard: Heard;

beforeAll(async () => {
  mail = await Mailbox.open();
  stack = await startStack({ smtpUrl: mail.url, env: { FORM_LIMITS: 'off' } });
  browser = await startBrowser();
  const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await counsellor.publishWorkshop(
    workshopFields({
      capacity: 20,
      prices: [
        { label: 'Standard', amount: 48 },
        { label: 'If money is tight', amount: 24, note: 'We don’t ask for proof.' },
      ],
    }),
  );
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await mail?.close();
});
beforeEach(async () => {
  context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    timezoneId: 'America/New_York',
  });
  heard = listen(context, stack.site.url);
  page = await context.newPage();
});
afterEach(() => context.close());

const main = () => page.locator('main');
const press = (name: string) => main().getByRole('button', { name, exact: true }).click();
const title = () => page.locator('h1').innerText();
const focused = (what: 'id' | 'className') => page.evaluate((key) => document.activeElement?.[key], what);
const needs = () => page.getByLabel('Anything that would make it easier to come');

describe('a participant on a phone without JavaScript', () => {
  it('registers, corrects errors, confirms by email, changes access needs and cancels', async () => {
    await page.goto(`${stack.site.url}/workshops`);
    await main().getByRole('link', { name: 'Quieter nights' }).click();
    expect(await main().innerText()).not.toContain('UK time');
    await main().getByRole('link', { name: 'Book a place' }).first().click();
    await needs().fill('A seat near the door <please>');
    await page.getByLabel('Your name').fill('Ann Lee');
    await press('Book a place');
    expect(await page.title()).toMatch(/^Error: Book a place/);
    // A page takes its first focus when it is painted.
    await expect.poll(() => focused('className')).toBe('error-summary');
    const problems = await page.locator('.error-summary a').allInnerTexts();
    expect(problems).toEqual(['Enter your email address', 'Choose a price', expect.stringMatching(/^Tick the box/)]);
    for (const [problem, id] of [
      [problems[0], 'r-email'],
      [problems[1], 'r-price'],
      [problems[2], 'r-consent'],
    ] as const) {
      await page.locator('.error-summary').getByRole('link', { name: problem }).click();
      expect(await focused('id')).toBe(id);
      expect(await showsLabelOfFocus(page), problem).toBe(true);
    }
    expect([await page.getByLabel('Your name').inputValue(), await needs().inputValue()]).toEqual([
      'Ann Lee',
      'A seat near the door <please>',
    ]);
    expect(await scrollsSideways(page)).toBe(false);

    await page.getByLabel('Email').fill('ann@example.org');
    await page.getByLabel('£24 If money is tight').check();
    await page.getByLabel('Keep what I wrote there').check();
    await press('Book a place');
    expect(await title()).toBe('We are holding a place for you');
    expect(await main().innerText()).toContain('ann@example.org');
    // The workshop is where its participants are.
    expect(await main().innerText()).not.toContain('UK time');
    expect(await scrollsSideways(page)).toBe(false);
    await page.reload();
    expect(await title()).toBe('We are holding a place for you');

    const { links } = await mail.emailTo('ann@example.org');
    await page.goto(links.find((link) => link.includes('/your-place/confirm/')) ?? '');
    await press('Confirm');
    expect(await main().innerText()).toContain('Thank you, that is confirmed.');
    expect(await main().innerText()).not.toContain('Quieter nights');
    await press('Show my registration');
    expect(await main().innerText()).toMatch(
      /You have a place[\s\S]*Ring the lower bell\.[\s\S]*£24 If money is tight[\s\S]*A seat near the door <please>/,
    );
    expect(await scrollsSideways(page)).toBe(false);

    await press('Change what I told you');
    await needs().fill('');
    await press('Save changes');
    await press('Show my registration');
    expect(await main().innerText()).toContain('Nothing entered');
    await press('Cancel my place');
    await press('Yes, cancel my place');
    await press('Show my registration');
    expect(await main().innerText()).toContain('Your place was cancelled');
    expect(heard.foreign).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('gives back a place that somebody else registered with her address', async () => {
    await page.goto(`${stack.site.url}/workshops/quieter-nights/register`);
    await page.getByLabel('Your name').fill('A stranger');
    await page.getByLabel('Email').fill('dora@example.org');
    await page.getByLabel('£48 Standard').check();
    await press('Book a place');
    const { text, links } = await mail.emailTo('dora@example.org');
    expect(text).toContain('you can say so on the same page');
    await page.goto(links.find((link) => link.includes('/your-place/confirm/')) ?? '');
    expect(await title()).toBe('Confirm your registration');
    expect(await scrollsSideways(page)).toBe(false);
    await press('I didn’t register');
    expect(await title()).toBe('Thank you for telling us');
    expect(await main().innerText()).toContain('We won’t email you about it again.');
    expect(await scrollsSideways(page)).toBe(false);
    await page.goBack();
    await press('Confirm');
    expect(await title()).toBe('You can no longer confirm this');
  });

  it('registers once with two presses of the button', async () => {
    await page.goto(`${stack.site.url}/workshops/quieter-nights/register`);
    await page.getByLabel('Your name').fill('Bea');
    await page.getByLabel('Email').fill('bea@example.org');
    await page.getByLabel('£48 Standard').check();
    await main().getByRole('button', { name: 'Book a place' }).dblclick();
    await page.getByRole('heading', { name: 'We are holding a place for you' }).waitFor();
    await mail.emailTo('bea@example.org');
    const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
    const { upcoming } = await counsellor.fetch(listedWorkshops, '/workshops');
    expect(upcoming.find(({ title: name }) => name === 'Quieter nights')?.counts.pending).toBe(1);
    expect(mail.emailsTo('bea@example.org')).toHaveLength(1);
  });
});

describe('the client script on a workshop’s page', () => {
  it.each([
    ['Europe/London', 0],
    ['Europe/Dublin', 0],
    ['America/New_York', 1],
  ])('adds the local time for a reader in %s only where it differs', async (timezoneId, count) => {
    const there = await browser.newContext({ timezoneId });
    const opened = await there.newPage();
    await opened.goto(`${stack.site.url}/workshops/quieter-nights`);
    const said = await opened.locator('.local-time').allInnerTexts();
    expect(said).toEqual(count === 0 ? [] : ['(5am to 8am where you are)', '(5am where you are)']);
    await there.close();
  });
});
