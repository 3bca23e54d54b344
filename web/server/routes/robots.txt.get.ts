import { defineEventHandler, setResponseHeader } from 'h3';

/** Everything may be read; pages that should not be listed say so themselves (RFC 9309 has no word for that). */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'text/plain; charset=utf-8');
  return `User-agent: *\nDisallow:\n\nSitemap: ${event.context.siteUrl}/sitemap.xml\n`;
});
