import type { FullPost, Practice, Topic } from 'shared';

/** How many posts a feed holds, newest first. */
export const postsInFeed = 20;

/** What a feed is made of, whatever it is written as. Addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  /** The page that it is the feed of. */
  page: string;
  self: string;
  siteUrl: string;
  counsellor: string;
  posts: readonly FullPost[];
}

interface Parts {
  practice: Practice;
  posts: readonly FullPost[];
  siteUrl: string;
  /** Its path. */
  self: string;
  topic?: Topic;
}

/** The feed of everything, or of one topic. */
export function feedOf({ practice, posts, siteUrl, self, topic }: Parts): Feed {
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

export const postAddress = ({ siteUrl }: Feed, { slug }: FullPost): string => `${siteUrl}/blog/${slug}`;

/** The instant at which one of the posts last changed for readers; null for an empty feed. */
export const lastChange = ({ posts }: Feed): string | null =>
  posts
    .map(({ published, updated }) => updated ?? published)
    .sort()
    .at(-1) ?? null;
