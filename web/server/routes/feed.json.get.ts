import { defineEventHandler, setResponseHeader } from 'h3';
import { postFeed, postJsonFeed, postsInFeed } from '#server/feeds/blog-feeds';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  const [practice, posts] = await Promise.all([cms.practice(), cms.fullPosts({ pageSize: postsInFeed })]);
  setResponseHeader(event, 'content-type', 'application/feed+json; charset=utf-8');
  return postJsonFeed(postFeed({ practice, posts: posts.data, siteUrl, self: '/feed.json' }));
});
