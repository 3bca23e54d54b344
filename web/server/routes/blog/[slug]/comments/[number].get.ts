import { defineEventHandler, getRouterParam, sendRedirect } from 'h3';

/**
 * GET /blog/:slug/comments/:number -> 302 to where that comment is read now, whichever page of threads that is; 404 if
 * readers can't see it.
 */
export default defineEventHandler(async (event) => {
  const number = getRouterParam(event, 'number') ?? '';
  const { post, page } = await event.context.cms.commentLocation(/^[1-9]\d*$/.test(number) ? Number(number) : 0);
  return sendRedirect(event, `/blog/${post.slug}${page > 1 ? `?comments=${page}` : ''}#comment-${number}`, 302);
});
