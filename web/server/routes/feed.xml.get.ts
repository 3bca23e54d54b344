import { defineEventHandler, setResponseHeader } from 'h3';
import { postFeed, postRss, postsInFeed } from '#server/feeds/blog-feeds';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed })]);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return postRss(postFeed({ practice, posts: posts.data, siteUrl, self: '/feed.xml' }));
});
