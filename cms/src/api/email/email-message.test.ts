import { cleanLine } from 'shared';
import { describe, expect, it } from 'vitest';
import { type EmailContent, emailHeaders, emailHtml, emailText } from './email-message';

const email: EmailContent = {
  subject: 'Your comment',
  paragraphs: [
    'Hello Robin,',
    { quote: 'First line\nSecond <b>line</b>' },
    { link: 'https://example.org/blog/a?b=1&c=2#d', says: 'Read it' },
  ],
  because: 'You are receiving this because you asked for it.',
  unsubscribe: {
    page: 'https://example.org/emails/stop?key=k',
    oneClick: 'https://example.org/emails/one-click?key=k',
  },
};

describe('emailText', () => {
  it('ends with why the recipient gets the email and how to stop it', () => {
    expect(emailText(email)).toBe(`Hello Robin,

> First line
> Second <b>line</b>

Read it:
https://example.org/blog/a?b=1&c=2#d

—

You are receiving this because you asked for it.

Stop these emails:
https://example.org/emails/stop?key=k
`);
  });
  it('has no footer without a reason or a way to unsubscribe', () => {
    expect(emailText({ subject: 's', paragraphs: ['Words.'] })).toBe('Words.\n');
  });
});

describe('emailHtml', () => {
  it('escapes text and links', () => {
    const html = emailHtml(email);
    expect(html).toContain('First line<br>\nSecond &lt;b&gt;line&lt;/b&gt;');
    expect(html).toContain('href="https://example.org/blog/a?b=1&amp;c=2#d"');
  });
  it('escapes markup in subject, paragraphs and quotations', () => {
    const html = emailHtml({
      subject: '</title><script>',
      paragraphs: ['"><img src=x onerror=alert(1)>', { quote: `</blockquote><script>'` }],
    });
    expect(html).not.toMatch(/<script|<img|<\/blockquote><[^/]*script/);
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
  });
  it('loads nothing from any server', () => {
    expect(emailHtml(email)).not.toMatch(/src=|url\(|<link|@import|<img/);
  });
  it('removes control characters and replaces lone surrogates', () => {
    expect(emailText({ subject: 's', paragraphs: ['a\u0000b\r\nc\ud800'] })).toBe('ab\nc\ufffd\n');
  });
  it('rejects links that are not http(s)', () => {
    expect(() => emailHtml({ subject: 's', paragraphs: [{ link: 'javascript:alert(1)', says: 'x' }] })).toThrow(
      'web pages only',
    );
  });
});

describe('emailHeaders', () => {
  it('offers one-click unsubscribing (RFC 8058) when the email can be stopped', () => {
    expect(emailHeaders(email)).toEqual({
      'List-Unsubscribe': '<https://example.org/emails/one-click?key=k>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(emailHeaders({ subject: 's', paragraphs: [] })).toEqual({});
  });
});

describe('cleanLine', () => {
  it.each([
    ['Hello\r\nBcc: x@example.org', 'Hello Bcc: x@example.org'],
    ['a\u2028b\u0085c\u0000', 'a b c'],
    ['\u202eabc', 'abc'],
    ['  Grüße 🙂 ', 'Grüße 🙂'],
  ])('turns %j into one line without control characters', (text, line) => {
    expect(cleanLine(text)).toBe(line);
  });
});
