import { z } from 'zod';

/** The admin's endpoints for links in a text, below `/quiet-room/links`. Every answer is `{ data }`. */

/** `GET /links/pages?search=…`: pages of the site that a link could lead to, the newest first. */
export const linkPagesQuery = z.strictObject({ search: z.string().max(200).default('') });
export const linkPage = z.object({
  title: z.string(),
  /** On the site, such as `/blog/self-kindness`. */
  path: z.string(),
  kind: z.enum(['post', 'page', 'workshop', 'topic']),
  isPublic: z.boolean(),
});
export type LinkPage = z.infer<typeof linkPage>;
export const linkPages = z.array(linkPage);

/** `POST /links/check`: the address of a link as it was typed. */
export const checkLinkRequest = z.strictObject({ address: z.string().max(2000) });
/** The address as readers get it, or a sentence about why it can't work. */
export const checkedLink = z.union([z.object({ url: z.string() }), z.object({ problem: z.string() })]);
