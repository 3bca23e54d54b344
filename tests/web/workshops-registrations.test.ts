import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { Mailbox } from '../support/mailbox.ts';
import { fieldOf, type Page, Reader, textOf } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { workshopFields } from '../support/workshop-fields.ts';

let mail: Mailbox;
let stack: Stack;
let reader: Reader;
let counsellor: AdminClient;
beforeAll(async () => {
  mail = await Mailbox.open();
  stack = await startStack({ smtpUrl: mail.url, env: { FORM_LIMITS: 'off' } });
  reader = new Reader(stack.site.url);
  counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await counsellor.publishWorkshop(
    workshopFields({ title: 'One place', capacity: 1, prices: [{ label: 'Standard', amount: 48 }] }),
  );
});
afterAll(async () => {
  await stack?.stop();
  await mail?.close();
});

const expectPrivate = (page: Page): void => {
  const { headers } = page;
  expect([
    headers.get('cache-control'),
    headers.get('referrer-policy'),
    headers.get('x-robots-tag'),
    headers.get('etag'),
  ]).toEqual(['no-store', 'no-referrer', 'noindex', null]);
};
const show = (own: string) => reader.post(own, { do: 'show' });
/** Presses the button that the email to an address leads to; returns the path of the private page. */
const confirm = async (email: string): Promise<string> => {
  const { links } = await mail.emailTo(email);
  const link = new URL(links.find((one) => one.includes('/your-place/confirm/')) ?? '').pathname;
  const opened = await reader.get(link);
  expect([opened.status, textOf(opened.html).includes('Confirm your registration')]).toEqual([200, true]);
  expectPrivate(opened);
  const pressed = await reader.post(link, {});
  expect(pressed.status).toBe(303);
  return new URL(pressed.to).pathname;
};

describe('a registration', () => {
  let first: string;
  let second: string;

  it('is pending until it is confirmed, and its private page shows nothing until a button is pressed', async () => {
    const { own } = await reader.register('one-place', {
      name: 'Ann Lee',
      email: 'first@example.org',
      accessNeeds: 'A seat near the door',
      consent: 'on',
    });
    const closed = await reader.get(own);
    expect([closed.status, /Ann Lee|One place|seat/.test(textOf(closed.html))]).toEqual([200, false]);
    expectPrivate(closed);
    const shown = await show(own);
    expect(textOf(shown.html)).toMatch(
      /We are holding a place for you .*press the button in the email .*One place .*Ann Lee .*A seat near the door/,
    );
    expect(textOf(shown.html)).not.toContain('Ring the lower bell');
    expectPrivate(shown);
    const none = await reader.get(`${own}/workshop.ics`);
    expect([none.status, new URL(none.to).pathname]).toEqual([303, own]);
    first = own;
  });

  it('is confirmed by the button of the email, and then has joining details, a calendar file and a form to change it', async () => {
    const before = first;
    first = await confirm('first@example.org');
    // Whoever registered need not be whoever confirmed: the link from before has ended.
    expect((await show(before)).status).toBe(404);
    expect(textOf((await show(first)).html)).toMatch(/You have a place .*Ring the lower bell/);
    const file = await reader.get(`${first}/workshop.ics`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'attachment; filename="workshop.ics"',
    ]);
    expectPrivate(file);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file.html) as unknown[]).getFirstSubcomponent('vevent') ?? undefined,
    );
    expect([event.summary, event.startDate.toString()]).toEqual(['Workshop', '2027-06-12T10:00:00']);

    const form = await reader.post(first, { do: 'change' });
    const wrong = await reader.post(first, {
      do: 'save',
      formToken: fieldOf(form.html, 'formToken'),
      version: fieldOf(form.html, 'version'),
      certificateName: '',
      accessNeeds: 'A ramp',
    });
    expect([wrong.status, wrong.html.includes('A ramp</textarea>')]).toEqual([422, true]);
    expect(textOf(wrong.html)).toMatch(/Enter the name for the certificate .*Tick the box/);
    const saved = await reader.post(first, {
      do: 'save',
      formToken: fieldOf(wrong.html, 'formToken'),
      version: fieldOf(form.html, 'version'),
      certificateName: 'Ann M. Lee',
      accessNeeds: '',
    });
    expect([saved.status, new URL(saved.to).search]).toEqual([303, '?done=changed']);
    expect(textOf((await show(first)).html)).toMatch(
      /Name on a certificate Ann M\. Lee What would make it easier to come Nothing entered/,
    );
    const stale = await reader.post(first, {
      do: 'save',
      formToken: fieldOf(wrong.html, 'formToken'),
      version: fieldOf(form.html, 'version'),
      certificateName: 'Ann',
      accessNeeds: 'A late wish',
      consent: 'on',
    });
    expect([
      stale.status,
      stale.html.includes('A late wish</textarea>'),
      textOf(stale.html).includes('Nothing was changed'),
    ]).toEqual([409, true, true]);
  });

  it('is on the waitlist of a full workshop until a seat is offered and accepted', async () => {
    await expect
      .poll(async () => textOf((await reader.get('/workshops/one-place')).html))
      .toContain('This workshop is full');
    const sent = await reader.registration('one-place', { name: 'Bea', email: 'second@example.org' });
    expect(textOf((await reader.get(sent.to)).html)).toContain('Please confirm your registration');
    second = await confirm('second@example.org');
    expect(textOf((await show(second)).html)).toMatch(/You are on the waitlist Nobody is ahead of you\./);

    const asked = await reader.post(first, { do: 'cancel' });
    expect(textOf(asked.html)).toContain('We will offer your place to someone else straight away');
    expect(textOf((await show(first)).html)).toContain('You have a place');
    const cancelled = await reader.post(first, { do: 'cancel-now', formToken: fieldOf(asked.html, 'formToken') });
    expect(new URL(cancelled.to).search).toBe('?done=cancelled');
    expect(textOf((await show(first)).html)).toContain('Your place was cancelled');

    const offer = await show(second);
    expect(textOf(offer.html)).toMatch(
      /A place has become free for you We are holding it for you until \w+ \d+ \w+ \d{4} at [\d:]+[ap]m ?\. After that/,
    );
    const formToken = fieldOf(offer.html, 'formToken');
    expect((await reader.post(second, { do: 'accept', formToken })).status).toBe(303);
    expect(textOf((await show(second)).html)).toContain('You have a place');
    const late = await reader.post(second, { do: 'decline-now', formToken });
    expect([late.status, textOf(late.html).includes('Nothing was changed')]).toEqual([409, true]);
  });

  it('cannot be reached by a wrong link or by the secret of another page', async () => {
    for (const path of [`/your-place/1.1.${'A'.repeat(43)}`, '/your-place/x'])
      expect((await reader.post(path, { do: 'show' })).status).toBe(404);
    expect((await reader.post(first.replace('/your-place/', '/your-place/confirm/'), {})).status).toBe(404);
    expect((await reader.get(`/your-place/1.1.${'A'.repeat(43)}/workshop.ics`)).status).toBe(404);
  });
});
