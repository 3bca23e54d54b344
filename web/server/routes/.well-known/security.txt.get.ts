import { defineEventHandler, setResponseHeader } from 'h3';
import { securityTxt } from '#server/feeds/discovery';

export default defineEventHandler(async (event) => {
  const { cms, cacheHints, siteUrl } = event.context;
  const { email } = await cms.practice();
  const { text, changes } = securityTxt(email, siteUrl, new Date());
  cacheHints.expiresAt = changes.getTime();
  setResponseHeader(event, 'content-type', 'text/plain; charset=utf-8');
  return text;
});
