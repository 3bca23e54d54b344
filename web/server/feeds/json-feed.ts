import { defaultSize, mediaPath } from '#shared/pictures';
import { type Feed, postAddress } from './feed';
import { postHtml } from './post-html';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with the full text of its posts. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.self,
    language: 'en-GB',
    authors: [{ name: feed.counsellor, url: `${feed.siteUrl}/` }],
    items: feed.posts.map((post) => {
      const url = postAddress(feed, post);
      return {
        id: url,
        url,
        title: post.title,
        summary: post.summary,
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
