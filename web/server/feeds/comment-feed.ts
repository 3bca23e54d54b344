import type { LatestCommentsResponse, Post } from 'shared';
import { rss } from './rss';

interface CommentFeedParts {
  post: Pick<Post, 'slug' | 'title'>;
  comments: LatestCommentsResponse['data'];
  siteUrl: string;
}

/**
 * Returns the comments on a post as RSS: who, when and where, newest first. Without their text: what a feed reader has
 * stored, its writer could not delete any more.
 */
export function commentRss({ post, comments, siteUrl }: CommentFeedParts): string {
  const page = `${siteUrl}/blog/${post.slug}`;
  return rss({
    title: `Comments on ${post.title}`,
    link: `${page}#comments`,
    description: `Who commented on “${post.title}”, and when.`,
    self: `${page}/comments.xml`,
    items: comments.map(({ number, at, by }) => ({
      title: by.name ?? (by.kind === 'counsellor' ? 'The counsellor' : 'Someone'),
      link: `${page}/comments/${number}`,
      id: { text: `comment-${number}@${new URL(siteUrl).host}`, isLink: false },
      published: at,
    })),
  });
}
