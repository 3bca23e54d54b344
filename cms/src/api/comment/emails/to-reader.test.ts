import { describe, expect, it } from 'vitest';
import { emailHeaders, emailHtml, emailText } from '#src/api/email/email-message';
import { confirmAddressEmail } from '#src/api/email/mailboxes/confirm-address';
import { commentPublishedEmail, replyEmail } from './to-reader';

const links = { to: 'robin@example.org', unsubscribe: 'https://site.example/mail/unsubscribe/u' };
const emails = [
  confirmAddressEmail({ ...links, confirm: 'https://site.example/mail/confirm/c' }),
  commentPublishedEmail({
    ...links,
    page: 'https://site.example/blog/a/comments/1',
    own: 'https://site.example/your-comment/t',
  }),
  replyEmail({ ...links, answer: 'https://site.example/blog/a/comments/2' }),
];

describe('emails to readers', () => {
  it.each(emails)('are discreet: “$subject”', (email) => {
    expect(email.subject).not.toMatch(/comment|counsel|note|reply|blog/i);
    expect(emailText(email)).not.toMatch(/counsel|therap/i);
  });

  it.each(emails)('can be stopped by a page and by one press: “$subject”', (email) => {
    expect(emailHeaders(email)).toEqual({
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(emailHtml(email)).toContain(`href="${links.unsubscribe}"`);
    expect(emailText(email)).toMatch(/You receive this because/);
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
      ['https://site.example/blog/a/comments/1', 'https://site.example/your-comment/t'],
      ['https://site.example/blog/a/comments/2'],
    ]);
  });
});
