import { participantOutcomes, workshopWithParticipants } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { Mailbox } from '../support/mailbox.ts';
import { readPdf } from '../support/pdf.ts';
import { fieldOf, Reader, textOf } from '../support/reader.ts';
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
});
afterAll(async () => {
  await stack?.stop();
  await mail?.close();
});

const show = (own: string) => reader.post(own, { do: 'show' });
/** Presses the button that the email to an address leads to; returns the path of the private page. */
const confirm = async (email: string): Promise<string> => {
  const { links } = await mail.emailTo(email);
  const pressed = await reader.post(
    new URL(links.find((one) => one.includes('/your-place/confirm/')) ?? '').pathname,
    {},
  );
  return new URL(pressed.to).pathname;
};

/** Returns the number that is printed on a certificate. */
const numberOn = async (pdf: Uint8Array): Promise<string> =>
  /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec((await readPdf(pdf)).words)?.[0] ?? '';

describe('a certificate', () => {
  let own: string;

  it('can be downloaded by an attendee and verified by anybody who has its number', async () => {
    const soon = (ahead: number) => new Date(Date.now() + ahead).toISOString().slice(11, 23);
    const today = new Date().toISOString().slice(0, 10);
    const id = await counsellor.publishWorkshop(
      workshopFields({
        title: 'Soon over',
        timeZone: 'Etc/UTC',
        sessions: [{ day: today, starts: soon(12_000), ends: soon(14_000) }],
      }),
    );
    await expect.poll(async () => (await reader.get('/workshops/soon-over')).status).toBe(200);
    await reader.register('soon-over', { name: 'Ann Lee', email: 'came@example.org' });
    own = await confirm('came@example.org');
    expect(new URL((await reader.get(`${own}/certificate.pdf`)).to).search).toBe('?certificate=none');
    await expect
      .poll(async () => textOf((await show(own)).html), { timeout: 20_000, interval: 500 })
      .toContain('This workshop has taken place');
    const { participants } = await counsellor.fetch(workshopWithParticipants, `/workshops/${id}`);
    await counsellor.post(participantOutcomes, `/workshops/${id}/participants/mark`, {
      participants: participants.map(({ number, version }) => ({ number, version })),
      attended: true,
    });

    expect((await show(own)).html).toContain(`href="${own}/certificate.pdf"`);
    const file = await fetch(`${stack.site.url}${own}/certificate.pdf`);
    expect([
      file.status,
      file.headers.get('content-type'),
      file.headers.get('content-disposition'),
      file.headers.get('cache-control'),
    ]).toEqual([200, 'application/pdf', 'attachment; filename="certificate.pdf"', 'no-store']);
    const number = await numberOn(new Uint8Array(await file.arrayBuffer()));
    const page = await reader.get(`/certificates/${number}`);
    expect(textOf(page.html)).toMatch(
      new RegExp(
        `This certificate is genuine .* Number ${number} Workshop Soon over When \\w+ \\d+ \\w+ \\d{4} CPD 3 hours`,
      ),
    );
    expect(page.html).not.toContain('Ann Lee');
    const compare = async (name: string) => textOf((await reader.post(`/certificates/${number}`, { name })).html);
    expect(await compare('ann  lee')).toContain('The name matches');
    expect(await compare('Ann Leigh')).toContain('The name doesn’t match');
    expect((await reader.post(`/certificates/${number}`, { name: '' })).status).toBe(422);
  });

  it('is not made for a name that its typeface lacks letters of, and the page says so beside the name', async () => {
    const form = await reader.post(own, { do: 'change' });
    expect(form.html).not.toContain('<textarea');
    const typed = {
      do: 'save',
      formToken: fieldOf(form.html, 'formToken'),
      version: fieldOf(form.html, 'version'),
      certificateName: '安妮',
    };
    expect((await reader.post(own, typed)).status).toBe(303);
    const refused = await reader.get(`${own}/certificate.pdf`);
    expect([refused.status, new URL(refused.to).search]).toEqual([303, '?certificate=unprintable']);
    const page = await reader.get(refused.to);
    expect(textOf(page.html)).toContain('The certificate can’t show that name');
    const rename = await reader.post(own, { do: 'rename' });
    expect([rename.status, fieldOf(rename.html, 'certificateName')]).toEqual([422, '安妮']);
    expect(rename.html).toMatch(/id="p-certificateName-e"[^>]*>.*?Enter the name in Latin letters/);
  });

  it('is found by its number, however that is written', async () => {
    const found = await reader.post('/certificates', { number: 'abcd 2345 wxyz' });
    expect([found.status, new URL(found.to).pathname]).toEqual([303, '/certificates/ABCD-2345-WXYZ']);
    const none = await reader.get(found.to);
    expect([
      none.status,
      textOf(none.html).includes('We can’t find a certificate with that number'),
      none.headers.get('cache-control'),
    ]).toEqual([404, true, 'no-store']);
    expect((await reader.post('/certificates', { number: 'abc' })).status).toBe(422);
  });
});
