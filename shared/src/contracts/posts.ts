import { z } from 'zod';
import { threadsResponse } from './comments.js';
import { author, authorName, blocks, picture, seo } from './content.js';
import { instant, many, slug } from './envelope.js';
import { workshopMention } from './workshops.js';

const topicName = z.object({ slug, name: z.string() });
export type TopicName = z.infer<typeof topicName>;

/** `posts` counts the published posts about it; topics without any are not served. */
const topic = topicName.extend({
  description: z.string().nullable(),
  posts: z.number().int().min(1),
});
export type Topic = z.infer<typeof topic>;

/** GET /api/topics -> 200, all of them in one page, by name */
export const topicsResponse = many(topic);
export type TopicsResponse = z.infer<typeof topicsResponse>;

/**
 * A post in a list. `id` never changes. `published` and `updated` are the reader's dates; `updated` is null unless it
 * is on a later day (in the practice's time zone) than `published`. `summary` is the author's own, or the beginning of
 * the first paragraph.
 */
export const postSummary = z.object({
  id: z.string().min(1),
  slug,
  title: z.string().min(1),
  summary: z.string(),
  published: instant,
  updated: instant.nullable(),
  readingMinutes: z.number().int().min(1),
  contentNote: z.string().nullable(),
  author: authorName.nullable(),
  topics: z.array(topicName),
  cover: picture.nullable(),
});
export type PostSummary = z.infer<typeof postSummary>;

export const postLink = z.object({ slug, title: z.string() });
export type PostLink = z.infer<typeof postLink>;

/**
 * `previous` was published before it, `next` after it; `related` are at most three, by shared topics, newest first;
 * `workshops` are the published ones that it mentions, in the order in which they begin.
 */
export const post = postSummary.extend({
  body: blocks,
  author: author.nullable(),
  commentsOpen: z.boolean(),
  invitesToCall: z.boolean(),
  seo,
  previous: postLink.nullable(),
  next: postLink.nullable(),
  related: z.array(postLink).max(3),
  workshops: z.array(workshopMention),
});
export type Post = z.infer<typeof post>;

export const postsPerPage = 10;

/**
 * GET /api/posts?page=&pageSize=&topic=&author=&full= -> 200, newest first; 400 for anything else in the query.
 * `topic` and `author` are slugs; an unknown one returns an empty list. `full=true` adds the body (feeds).
 */
export const postsQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(50).default(postsPerPage),
  topic: slug.optional(),
  author: slug.optional(),
  full: z.enum(['true', 'false']).optional(),
});
export type PostsQuery = z.input<typeof postsQuery>;

/** `comments` counts those that everybody can read. */
export const listedPost = postSummary.extend({ comments: z.number().int().min(0) });
export type ListedPost = z.infer<typeof listedPost>;
export const postsResponse = many(listedPost);
export type PostsResponse = z.infer<typeof postsResponse>;

export const fullPost = postSummary.extend({ body: blocks });
export type FullPost = z.infer<typeof fullPost>;
export const fullPostsResponse = many(fullPost);
export type FullPostsResponse = z.infer<typeof fullPostsResponse>;

/**
 * GET /api/posts/:slug?comments= -> 200, or 404: all that the post's page shows, with one page of the threads under it
 * (from 1), as they are under /api/posts/:slug/comments.
 */
export const postQuery = z.strictObject({ comments: z.coerce.number().int().min(1).max(100_000).default(1) });
export const postResponse = z.object({ data: post, meta: z.object({ threads: threadsResponse }) });
export type PostResponse = z.infer<typeof postResponse>;
