import { describe, expect, it } from 'vitest';
import { commentRss } from './comment-feed';

const post = { slug: 'a-post', title: 'Tea & “toast”' };
const at = '2026-03-14T03:31:00.000Z';

describe('the feed of a post’s comments', () => {
  it('says who commented, when and where', () => {
    const feed = commentRss({
      post,
      siteUrl: 'https://example.org',
      comments: [
        { number: 7, at, by: { kind: 'reader', name: 'Ann <3' } },
        { number: 5, at, by: { kind: 'reader', name: null } },
      ],
    });
    expect(feed).toContain('<title>Comments on Tea &amp; “toast”</title>');
    expect(feed).toContain(
      '<title>Ann &lt;3</title><link>https://example.org/blog/a-post/comments/7</link><guid isPermaLink="false">comment-7@example.org</guid><pubDate>Sat, 14 Mar 2026 03:31:00 GMT</pubDate>',
    );
    expect(feed).toContain('<title>Someone</title>');
  });

  it('does not contain the text of comments, even if it is given some', () => {
    const comments = [{ number: 7, at, by: { kind: 'reader', name: 'Ann' }, words: 'mine to take back' } as const];
    expect(commentRss({ post, siteUrl: 'https://example.org', comments })).not.toContain('take back');
  });
});
