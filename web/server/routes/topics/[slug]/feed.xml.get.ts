import { createError, defineEventHandler, getRouterParam, setResponseHeader } from 'h3';
import { postFeed, postRss, postsInFeed } from '#server/feeds/blog-feeds';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const slug = getRouterParam(event, 'slug') ?? '';
  const topic = (await cms.topics()).find((known) => known.slug === slug);
  if (!topic) throw createError({ statusCode: 404, message: 'There is no such topic.' });
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed, topic: slug })]);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return postRss(postFeed({ practice, posts: posts.data, siteUrl, self: `/topics/${slug}/feed.xml`, topic }));
});
