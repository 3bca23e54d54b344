import { createError, defineEventHandler, getRouterParam, setResponseHeader } from 'h3';
import { feedOf, postsInFeed } from '#server/feeds/feed';
import { rss } from '#server/feeds/rss';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const slug = getRouterParam(event, 'slug') ?? '';
  const topic = (await cms.topics()).find((known) => known.slug === slug);
  if (!topic) throw createError({ statusCode: 404, message: 'There is no such topic.' });
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed, topic: slug })]);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return rss(feedOf({ practice, posts: posts.data, siteUrl, self: `/topics/${slug}/feed.xml`, topic }));
});
