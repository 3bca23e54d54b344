import type { FullPost, Practice, Topic } from 'shared';
import { describe, expect, it } from 'vitest';
import { commentRss, postFeed, postJsonFeed, postRss } from './blog-feeds';

const siteUrl = 'https://example.org';
const practice = {
  name: 'Rowan & Hale',
  description: 'Counselling.',
  blogIntro: null,
  counsellor: 'Rowan Hale',
} as Practice;
const post: FullPost = {
  id: 'p1',
  slug: 'nights',
  title: 'Nights & <days>',
  summary: 'Short.',
  published: '2026-03-12T09:00:00.000Z',
  updated: '2026-05-02T08:00:00.000Z',
  readingMinutes: 1,
  contentNote: null,
  author: { slug: 'rowan', name: 'Rowan Hale' },
  topics: [{ slug: 'sleep', name: 'Sleep' }],
  cover: null,
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words ]]> more.' }] }],
};
const feed = postFeed({ practice, posts: [post], siteUrl, self: '/feed.xml' });

describe('the feed of posts as RSS', () => {
  it('contains the full text, a permanent link and stable dates', () => {
    const xml = postRss(feed);
    expect(xml).toContain('<title>Nights &amp; &lt;days&gt;</title>');
    expect(xml).toContain('<guid isPermaLink="false">urn:quiet-room:post:p1</guid>');
    expect(xml).toContain('<pubDate>Thu, 12 Mar 2026 09:00:00 GMT</pubDate>');
    expect(xml).toContain('<lastBuildDate>Sat, 02 May 2026 08:00:00 GMT</lastBuildDate>');
    expect(xml).toContain('<content:encoded>&lt;p&gt;Words ]]&amp;gt; more.&lt;/p&gt;</content:encoded>');
    expect(xml).toContain(
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    );
    expect(xml).toContain('<atom:link href="https://example.org/feed.xml" rel="self" type="application/rss+xml"/>');
  });

  it('puts the content note before the summary, and escapes both twice', () => {
    const noted = { ...feed, posts: [{ ...post, summary: 'Of <b>rest</b>.', contentNote: 'Mentions loss & grief.' }] };
    expect(postRss(noted)).toContain(
      '<description>Before you read: Mentions loss &amp;amp; grief.\n\nOf &amp;lt;b&amp;gt;rest&amp;lt;/b&amp;gt;.</description>',
    );
    expect(JSON.parse(postJsonFeed(noted))).toMatchObject({
      items: [{ summary: 'Before you read: Mentions loss & grief.\n\nOf <b>rest</b>.' }],
    });
  });

  it('is valid without a post', () => {
    expect(postRss({ ...feed, posts: [] })).not.toContain('lastBuildDate');
  });

  it('names its topic', () => {
    const topic: Topic = { slug: 'sleep', name: 'Sleep', description: 'About nights.', posts: 1 };
    const xml = postRss(postFeed({ practice, posts: [post], siteUrl, self: '/topics/sleep/feed.xml', topic }));
    expect(xml).toContain(
      '<title>Rowan &amp; Hale: Sleep</title><link>https://example.org/topics/sleep</link><description>About nights.</description>',
    );
  });
});

describe('the feed of posts as JSON', () => {
  it('says the same in JSON Feed 1.1', () => {
    expect(JSON.parse(postJsonFeed({ ...feed, self: `${siteUrl}/feed.json` }))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: 'https://example.org/feed.json',
      home_page_url: 'https://example.org/blog',
      items: [
        {
          id: 'urn:quiet-room:post:p1',
          url: 'https://example.org/blog/nights',
          title: 'Nights & <days>',
          content_html: '<p>Words ]]&gt; more.</p>',
          date_published: post.published,
          date_modified: post.updated,
          tags: ['Sleep'],
        },
      ],
    });
  });
});

const commented = { slug: 'a-post', title: 'Tea & “toast”' };
const at = '2026-03-14T03:31:00.000Z';

describe('the feed of a post’s comments', () => {
  it('says who commented, when and where', () => {
    const feed = commentRss({
      post: commented,
      siteUrl,
      comments: [
        { number: 7, at, by: { kind: 'reader', name: 'Ann <3' } },
        { number: 5, at, by: { kind: 'reader', name: null } },
        { number: 4, at, by: { kind: 'reader', name: 'Reply by the counsellor, Nora' } },
        { number: 3, at, by: { kind: 'counsellor', name: 'Nora' } },
      ],
    });
    expect(feed).toContain('<title>Comments on Tea &amp; “toast”</title>');
    expect(feed).toContain(
      '<title>Comment by Ann &lt;3</title><link>https://example.org/blog/a-post/comments/7</link><guid isPermaLink="false">urn:quiet-room:comment:7</guid><pubDate>Sat, 14 Mar 2026 03:31:00 GMT</pubDate>',
    );
    expect(feed).toContain('<title>Comment by someone</title>');
    expect(feed).toContain('<title>Comment by Reply by the counsellor, Nora</title>');
    expect(feed).toContain('<title>Reply by the counsellor, Nora</title>');
  });

  it('does not contain the text of comments, even if it is given some', () => {
    const comments = [{ number: 7, at, by: { kind: 'reader', name: 'Ann' }, text: 'mine to take back' } as const];
    expect(commentRss({ post: commented, siteUrl, comments })).not.toContain('take back');
  });
});
