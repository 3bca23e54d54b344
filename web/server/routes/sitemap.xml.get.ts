import { defineEventHandler, setResponseHeader } from 'h3';
import { sitemap } from '#server/feeds/discovery';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  setResponseHeader(event, 'content-type', 'application/xml; charset=utf-8');
  return sitemap(await cms.sitemap(), siteUrl);
});
