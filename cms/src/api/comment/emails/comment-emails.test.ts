import { describe, expect, it } from 'vitest';
import { emailHeaders, emailHtml, emailText } from '#src/api/email/email-message';
import { confirmAddressEmail } from '#src/api/email/mailboxes/confirm-address';
import { counsellorEmails } from './counsellor-emails';
import { readerEmails } from './reader-emails';

const dashboardUrl = 'https://cms.example.org/admin/comments';
const toCounsellor = { to: 'counsellor@example.org', dashboardUrl, number: 2, version: 1 };
const digest = { ...toCounsellor, isPressing: false, day: '2026-05-01', expiresAt: new Date('2026-05-02T04:00:00Z') };

describe('emails to the counsellor', () => {
  it('say only that something is waiting, where the counsellor has chosen discreet ones', () => {
    for (const email of [
      counsellorEmails.somethingWaiting.preview({ ...toCounsellor, shown: null }),
      counsellorEmails.digest.preview({ ...digest, waiting: 3 }),
      counsellorEmails.reportWaiting.preview({ ...toCounsellor, report: 1, isPressing: false }),
    ]) {
      expect(email.subject).toBe('Something is waiting');
      expect(emailText(email)).toContain(dashboardUrl);
      expect(emailText(email)).not.toMatch(/danger|struggling|flag|identifies/i);
    }
    expect(emailText(counsellorEmails.digest.preview({ ...digest, waiting: 1 }))).toContain('One thing is waiting');
  });

  it('can be told apart where someone may be in danger, and still say nothing of it', () => {
    const pressing = [
      counsellorEmails.lookToday.preview({ ...toCounsellor, shown: null }),
      counsellorEmails.digest.preview({ ...digest, waiting: 3, isPressing: true }),
      counsellorEmails.reportWaiting.preview({ ...toCounsellor, report: 1, isPressing: true }),
    ];
    for (const email of pressing) {
      expect(email.subject).toBe('Please look at your dashboard today');
      expect(emailText(email)).toContain(dashboardUrl);
      expect(emailText(email)).not.toMatch(/danger|struggling|flag|suicid|risk|urgent|worried/i);
    }
  });

  it('offer no decision where someone may be in danger, also with the text', () => {
    const shown = { name: 'Ada', text: 'I can’t go on.' };
    const email = counsellorEmails.lookToday.preview({ ...toCounsellor, shown });
    expect(emailText(email)).toContain('> I can’t go on.');
    expect(emailText(email)).not.toContain('/decide/');
  });

  it('contain text, name, post and the page to decide on, where the counsellor has chosen so', () => {
    const email = counsellorEmails.somethingWaiting.preview({
      ...toCounsellor,
      shown: {
        post: 'A small no',
        audience: 'everyone',
        name: '<b>Ada</b>',
        text: 'Thank you.\n<script>alert(1)</script>',
        signedAs: null,
        decideUrl: 'https://example.org/decide/x',
      },
    });
    expect(email.subject).toBe('Something is waiting');
    expect(emailText(email)).toContain('> Thank you.\n> <script>alert(1)</script>');
    expect(emailText(email)).toContain('https://example.org/decide/x');
    expect(emailHtml(email)).not.toContain('<script>');
    expect(emailHtml(email)).toContain('&lt;b&gt;Ada&lt;/b&gt;');
  });

  it('offer no decision about a private note', () => {
    const email = counsellorEmails.somethingWaiting.preview({
      ...toCounsellor,
      shown: {
        post: 'A small no',
        audience: 'counsellor',
        name: null,
        text: 'Only you.',
        signedAs: null,
        decideUrl: null,
      },
    });
    expect(emailText(email)).toContain('only for you');
    expect(emailText(email)).not.toContain('/decide/');
  });
});

const toReader = { to: 'robin@example.org', mailbox: 1, unsubscribe: 'https://site.example/mail/unsubscribe/u' };
const emails = [
  ...[false, true].map((publishes) => ({
    ...confirmAddressEmail({ ...toReader, publishes, confirm: 'https://site.example/mail/confirm/c' }),
    to: toReader.to,
  })),
  readerEmails.commentAppeared.preview({
    ...toReader,
    number: 1,
    page: 'https://site.example/blog/a/comments/1',
    privateLink: 'https://site.example/your-comment/t',
  }),
  ...[true, false].map((isPrivate) =>
    readerEmails.someoneReplied.preview({
      ...toReader,
      number: 2,
      page: isPrivate ? 'https://site.example/your-comment/t' : 'https://site.example/blog/a/comments/2',
      isPrivate,
    }),
  ),
  ...[true, false].map((isAnswer) =>
    readerEmails.wasItYou.preview({
      ...toReader,
      sending: 1,
      number: 2,
      isAnswer,
      confirm: 'https://site.example/mail/confirm/c',
    }),
  ),
];

describe('emails to readers', () => {
  it.each(emails)('are discreet: “$subject”', (email) => {
    expect(email.subject).not.toMatch(/comment|counsel|note|reply|blog/i);
    expect(emailText(email)).not.toMatch(/counsel|therap/i);
  });

  it.each(emails)('can be stopped on a page and with one press: “$subject”', (email) => {
    expect(emailHeaders(email)).toEqual({
      'List-Unsubscribe': `<${toReader.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(emailHtml(email)).toContain(`href="${toReader.unsubscribe}"`);
    expect(emailText(email)).toMatch(/You are receiving this because/);
  });

  it('lead to where something can be done', () => {
    expect(
      emails.map((email) =>
        emailText(email)
          .match(/https:\/\/site\.example\S+/g)
          ?.slice(0, -1),
      ),
    ).toEqual([
      ['https://site.example/mail/confirm/c'],
      ['https://site.example/mail/confirm/c'],
      ['https://site.example/blog/a/comments/1', 'https://site.example/your-comment/t'],
      ['https://site.example/your-comment/t'],
      ['https://site.example/blog/a/comments/2'],
      ['https://site.example/mail/confirm/c'],
      ['https://site.example/mail/confirm/c'],
    ]);
  });
});
