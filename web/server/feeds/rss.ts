import type { FullPost } from 'shared';
import { type Feed, lastChange, postAddress } from './feed';
import { element, escaped } from './markup';
import { postHtml } from './post-html';

/** RFC 822 date, as RSS wants it. */
const date = (instant: string): string => new Date(instant).toUTCString();

function item(feed: Feed, post: FullPost): string {
  const address = postAddress(feed, post);
  return [
    '<item>',
    element('title', post.title),
    element('link', address),
    `<guid isPermaLink="true">${escaped(address)}</guid>`,
    element('pubDate', date(post.published)),
    // RSS's own `author` is an email address; a name goes into Dublin Core's.
    element('dc:creator', post.author?.name ?? feed.counsellor),
    ...post.topics.map(({ name }) => element('category', name)),
    element('description', post.summary),
    element('content:encoded', postHtml(post, address)),
    '</item>',
  ].join('');
}

/** A feed as RSS 2.0 with the full text of its posts (https://www.rssboard.org/rss-specification). Its bytes change only with its posts. */
export function rss(feed: Feed): string {
  const changed = lastChange(feed);
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.description || feed.title),
    '<language>en-gb</language>',
    changed ? element('lastBuildDate', date(changed)) : '',
    `<atom:link href="${escaped(feed.self)}" rel="self" type="application/rss+xml"/>`,
    ...feed.posts.map((post) => item(feed, post)),
    '</channel></rss>\n',
  ].join('');
}
