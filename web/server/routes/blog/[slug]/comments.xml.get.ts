import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3';
import { commentRss } from '#server/feeds/blog-feeds';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const slug = getRouterParam(event, 'slug') ?? '';
  const [{ data: post }, comments] = await Promise.all([cms.post(slug, 1), cms.latestComments(slug)]);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return commentRss({ post, comments, siteUrl });
});
