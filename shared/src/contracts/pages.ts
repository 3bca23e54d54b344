import { z } from 'zod';
import { blocks } from './blocks.js';
import { instant, one, slug } from './envelope.js';
import { seo } from './seo.js';

export const pageLink = z.object({ slug, title: z.string() });
export type PageLink = z.infer<typeof pageLink>;

/** A page that the counsellor edits (About, Fees). `lead` is the line under the title. */
export const page = pageLink.extend({
  lead: z.string().nullable(),
  body: blocks,
  invitesToCall: z.boolean(),
  changed: instant,
  seo,
});
export type Page = z.infer<typeof page>;

/** GET /api/pages/:slug -> 200, or 404 */
export const pageResponse = one(page);
export type PageResponse = z.infer<typeof pageResponse>;

/** Addresses that the site itself uses, so no page may take them. */
export const reservedPageSlugs = [
  'accessibility',
  'api',
  'blog',
  'certificates',
  'comment-policy',
  'comments',
  'contact',
  'decide',
  'feed',
  'help-now',
  'hooks',
  'intro-call',
  'mail',
  'media',
  'preview',
  'privacy',
  'robots',
  'search',
  'sitemap',
  'topics',
  'uploads',
  'workshops',
  'your-comment',
  'your-place',
] as const;
