import type { LatestCommentsResponse, Post } from 'shared';
import { element, escaped } from './markup';

export interface CommentsFeed {
  post: Pick<Post, 'slug' | 'title'>;
  comments: LatestCommentsResponse['data'];
  siteUrl: string;
}

/**
 * The comments of a post as RSS 2.0: who, when and where, newest first. No words: what a feed reader has taken, its writer could
 * not take back any more.
 */
export function commentsRss({ post, comments, siteUrl }: CommentsFeed): string {
  const page = `${siteUrl}/blog/${post.slug}`;
  const items = comments.map(({ number, at, by }) =>
    [
      '<item>',
      element('title', by.name ?? (by.kind === 'counsellor' ? 'The counsellor' : 'Somebody')),
      element('link', `${page}/comments/${number}`),
      `<guid isPermaLink="false">${escaped(`comment-${number}@${new URL(siteUrl).host}`)}</guid>`,
      element('pubDate', new Date(at).toUTCString()),
      '</item>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', `Comments on ${post.title}`),
    element('link', `${page}#comments`),
    element('description', `Who has written under “${post.title}”, and when.`),
    '<language>en-gb</language>',
    `<atom:link href="${escaped(`${page}/comments.xml`)}" rel="self" type="application/rss+xml"/>`,
    ...items,
    '</channel></rss>\n',
  ].join('');
}
