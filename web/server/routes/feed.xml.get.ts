import { defineEventHandler, setResponseHeader } from 'h3';
import { feedOf, postsInFeed } from '#server/feeds/feed';
import { rss } from '#server/feeds/rss';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed })]);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return rss(feedOf({ practice, posts: posts.data, siteUrl, self: '/feed.xml' }));
});
