import { defineEventHandler, setResponseHeader } from 'h3';
import { feedOf, postsInFeed } from '#server/feeds/feed';
import { jsonFeed } from '#server/feeds/json-feed';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed })]);
  setResponseHeader(event, 'content-type', 'application/feed+json; charset=utf-8');
  return jsonFeed(feedOf({ practice, posts: posts.data, siteUrl, self: '/feed.json' }));
});
