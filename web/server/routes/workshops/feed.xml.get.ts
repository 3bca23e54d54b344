import { defineEventHandler, setResponseHeader } from 'h3';
import { workshopRss } from '#server/feeds/workshop-feed';
import { expireAt } from '#server/page-cache/render';

export default defineEventHandler(async (event) => {
  const { cms, cacheHints, siteUrl } = event.context;
  const [practice, workshops] = await Promise.all([cms.practice(), cms.workshops({ pageSize: 50 })]);
  expireAt(cacheHints, workshops.meta.changesAt);
  setResponseHeader(event, 'content-type', 'application/rss+xml; charset=utf-8');
  return workshopRss({ practice, workshops: workshops.data, siteUrl });
});
