import { defineEventHandler, setResponseHeader } from 'h3';
import { robotsTxt } from '#server/feeds/discovery';

export default defineEventHandler((event) => {
  setResponseHeader(event, 'content-type', 'text/plain; charset=utf-8');
  return robotsTxt(event.context.siteUrl);
});
