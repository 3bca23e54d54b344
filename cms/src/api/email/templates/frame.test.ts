import { describe, expect, it } from 'vitest';
import { oneLine } from '#src/text/safe-text';
import type { EmailMessage } from './email-message';
import { emailHeaders, emailHtml, emailText } from './frame';

const email: EmailMessage = {
  to: 'reader@example.org',
  subject: 'Your comment',
  paragraphs: [
    'Hello Robin,',
    { quote: 'First line\nSecond <b>line</b>' },
    { link: 'https://example.org/blog/a?b=1&c=2#d', says: 'Read it' },
  ],
  because: 'You get this because you asked for it.',
  unsubscribe: {
    page: 'https://example.org/emails/stop?key=k',
    oneClick: 'https://example.org/emails/one-click?key=k',
  },
};

describe('emailText', () => {
  it('is the paragraphs, with a foot that says why it came and how to stop it', () => {
    expect(emailText(email)).toBe(`Hello Robin,

> First line
> Second <b>line</b>

Read it:
https://example.org/blog/a?b=1&c=2#d

—

You get this because you asked for it.

Stop these emails:
https://example.org/emails/stop?key=k
`);
  });
  it('has no foot without a reason', () => {
    expect(emailText({ to: 'a@example.org', subject: 's', paragraphs: ['Words.'] })).toBe('Words.\n');
  });
});

describe('emailHtml', () => {
  it('escapes everything, links and all', () => {
    const html = emailHtml(email);
    expect(html).toContain('First line<br>\nSecond &lt;b&gt;line&lt;/b&gt;');
    expect(html).toContain('href="https://example.org/blog/a?b=1&amp;c=2#d"');
  });
  it('lets nobody out of where their words stand', () => {
    const html = emailHtml({
      to: 'a@example.org',
      subject: '</title><script>',
      paragraphs: ['"><img src=x onerror=alert(1)>', { quote: `</blockquote><script>'` }],
    });
    expect(html).not.toMatch(/<script|<img|<\/blockquote><[^/]*script/);
    expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
  });
  it('asks no host for anything', () => {
    expect(emailHtml(email)).not.toMatch(/src=|url\(|<link|@import|<img/);
  });
  it('drops what no text may hold', () => {
    expect(emailText({ to: 'a@example.org', subject: 's', paragraphs: ['a\u0000b\r\nc\ud800'] })).toBe('ab\nc\ufffd\n');
  });
  it('links to web pages only', () => {
    expect(() =>
      emailHtml({ to: 'a@example.org', subject: 's', paragraphs: [{ link: 'javascript:alert(1)', says: 'x' }] }),
    ).toThrow('web pages only');
  });
});

describe('emailHeaders', () => {
  it('offers one click (RFC 8058) when the email can be stopped', () => {
    expect(emailHeaders(email)).toEqual({
      'List-Unsubscribe': '<https://example.org/emails/one-click?key=k>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(emailHeaders({ to: 'a@example.org', subject: 's', paragraphs: [] })).toEqual({});
  });
});

describe('oneLine', () => {
  it.each([
    ['Hello\r\nBcc: x@example.org', 'Hello Bcc: x@example.org'],
    ['a\u2028b\u0085c\u0000', 'a b c'],
    ['\u202eabc', 'abc'],
    ['  Grüße 🙂 ', 'Grüße 🙂'],
  ])('makes %j one harmless line', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });
});
