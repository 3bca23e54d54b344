import { defineEventHandler, setResponseHeader } from 'h3';
import { sitemap } from '#server/feeds/discovery';
import { hasFacts } from '#shared/practice-facts';

export default defineEventHandler(async (event) => {
  const { cms, siteUrl } = event.context;
  setResponseHeader(event, 'content-type', 'application/xml; charset=utf-8');
  const [urls, practice] = await Promise.all([cms.sitemap(), cms.practice()]);
  const bookingHere = practice.calls.isOpen && practice.bookingUrl === null;
  return sitemap(urls, siteUrl, [...(hasFacts(practice) ? ['/facts'] : []), ...(bookingHere ? ['/book'] : [])]);
});
