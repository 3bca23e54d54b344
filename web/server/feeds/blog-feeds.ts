import type { FullPost, LatestCommentsResponse, Post, Practice, Topic, Writer } from 'shared';
import { defaultSize, mediaPath } from '#shared/pictures';
import { withContentNote } from '#shared/text';
import { postHtml } from './post-html';
import { description, element, rss } from './rss';

/** How many posts a feed contains, newest first. */
export const postsInFeed = 20;

/** What a feed of posts is made from, in either format. URLs are absolute. */
export interface PostFeed {
  title: string;
  description: string;
  /** The page that it is the feed of. */
  page: string;
  self: string;
  siteUrl: string;
  counsellor: string;
  posts: readonly FullPost[];
}

interface PostFeedParts {
  practice: Practice;
  posts: readonly FullPost[];
  siteUrl: string;
  /** The path of the feed. */
  self: string;
  topic?: Topic;
}

/** Returns the feed of all posts, or of one topic. */
export function postFeed({ practice, posts, siteUrl, self, topic }: PostFeedParts): PostFeed {
  return {
    title: topic ? `${practice.name}: ${topic.name}` : practice.name,
    description: topic?.description ?? practice.blogIntro ?? practice.description,
    page: siteUrl + (topic ? `/topics/${topic.slug}` : '/blog'),
    self: siteUrl + self,
    siteUrl,
    counsellor: practice.counsellor,
    posts,
  };
}

const urlOf = ({ siteUrl }: PostFeed, { slug }: FullPost): string => `${siteUrl}/blog/${slug}`;

/** Identifies a post for feed readers, whatever its address is by then. */
const idOf = ({ id }: FullPost): string => `urn:quiet-room:post:${id}`;

const lastChange = ({ posts }: PostFeed): string | null =>
  posts
    .map(({ published, updated }) => updated ?? published)
    .sort()
    .at(-1) ?? null;

/** Returns a feed as RSS 2.0 with the full text of its posts. */
export const postRss = (feed: PostFeed): string =>
  rss({
    title: feed.title,
    link: feed.page,
    description: feed.description || feed.title,
    self: feed.self,
    lastBuildDate: lastChange(feed),
    uses: ['content', 'dc'],
    items: feed.posts.map((post) => {
      const url = urlOf(feed, post);
      return {
        title: post.title,
        link: url,
        id: { text: idOf(post), isLink: false },
        published: post.published,
        more: [
          // RSS's own `author` is an email address; the name goes into Dublin Core's `creator`.
          element('dc:creator', post.author?.name ?? feed.counsellor),
          ...post.topics.map(({ name }) => element('category', name)),
          description(withContentNote(post.contentNote, post.summary)),
          element('content:encoded', postHtml(post, url)),
        ],
      };
    }),
  });

/**
 * Returns a feed as JSON Feed 1.1 with the full text of its posts.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function postJsonFeed(feed: PostFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: 'en-GB',
    authors: [{ name: feed.counsellor, url: `${feed.siteUrl}/` }],
    items: feed.posts.map((post) => {
      const url = urlOf(feed, post);
      return {
        id: idOf(post),
        url,
        title: post.title,
        summary: withContentNote(post.contentNote, post.summary),
        content_html: postHtml(post, url),
        ...(post.cover && { image: feed.siteUrl + mediaPath(defaultSize(post.cover).url) }),
        date_published: post.published,
        ...(post.updated && { date_modified: post.updated }),
        authors: [{ name: post.author?.name ?? feed.counsellor }],
        tags: post.topics.map(({ name }) => name),
      };
    }),
  });
}

/**
 * Returns the title of a comment's entry. It says first whose it is: a feed shows no badge, and a reader may have any
 * name.
 */
const commentTitle = ({ kind, name }: Writer): string =>
  kind === 'counsellor'
    ? `Reply by the counsellor${name === null ? '' : `, ${name}`}`
    : `Comment by ${name ?? 'someone'}`;

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
      title: commentTitle(by),
      link: `${page}/comments/${number}`,
      id: { text: `urn:quiet-room:comment:${number}`, isLink: false },
      published: at,
    })),
  });
}
