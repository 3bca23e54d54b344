import { describe, expect, it } from 'vitest';
import { element, rss } from './rss';

describe('an XML element', () => {
  it('does not exist without text', () => {
    expect(element('title', 'Tea & toast')).toBe('<title>Tea &amp; toast</title>');
    expect(element('title', null)).toBe('');
  });
});

describe('an RSS feed', () => {
  it('is exactly this, and leaves out what it is not given', () => {
    const feed = { title: 'A & B', link: 'https://example.org/blog', self: 'https://example.org/feed.xml' };
    const items = [{ title: 'One', link: 'https://example.org/1', id: { text: 'one', isLink: false } }];
    expect(rss({ ...feed, description: 'D', items })).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
        '<title>A &amp; B</title><link>https://example.org/blog</link><description>D</description>' +
        '<language>en-gb</language>' +
        '<atom:link href="https://example.org/feed.xml" rel="self" type="application/rss+xml"/>' +
        '<item><title>One</title><link>https://example.org/1</link><guid isPermaLink="false">one</guid></item>' +
        '</channel></rss>\n',
    );
  });
});
