import { z } from 'zod';
import { blocks, seo } from './content.js';
import { instant, one, slug } from './envelope.js';

export const pageLink = z.object({ slug, title: z.string() });
export type PageLink = z.infer<typeof pageLink>;

/** A page that the counsellor edits. `lead` is the line under the title; `showsFees`: the practice's fees come next. */
export const page = pageLink.extend({
  lead: z.string().nullable(),
  body: blocks,
  invitesToCall: z.boolean(),
  showsFees: z.boolean(),
  changed: instant,
  seo,
});
export type Page = z.infer<typeof page>;

/** GET /api/pages/:slug -> 200, or 404 */
export const pageResponse = one(page);
export type PageResponse = z.infer<typeof pageResponse>;

/** The first parts of paths that the site itself uses, so no page may have them. */
export const reservedPageSlugs = [
  'accessibility',
  'api',
  'blog',
  'book',
  'calendar',
  'certificates',
  'comment-policy',
  'comments',
  'contact',
  'decide',
  'facts',
  'feed',
  'help-now',
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
  'webhooks',
  'workshops',
  'your-call',
  'your-comment',
  'your-message',
  'your-place',
] as const;

/** The paths at which the site itself has something to open, whatever the counsellor publishes. */
export const sitePages = [
  '/',
  '/accessibility',
  '/blog',
  '/book',
  '/certificates',
  '/comment-policy',
  '/contact',
  '/facts',
  '/feed.json',
  '/feed.xml',
  '/help-now',
  '/privacy',
  '/sitemap.xml',
  '/workshops',
  '/workshops/calendar.ics',
  '/workshops/feed.xml',
  '/your-comment',
] as const;

/** The paths with something of the site's own, which an old address can't be. */
export const ownPaths: readonly string[] = [...sitePages, '/favicon.ico', '/robots.txt'];

/** The first parts of paths below which everything is the site's own. */
export const ownFolders = [
  '.well-known',
  'api',
  'book',
  'calendar',
  'certificates',
  'comments',
  'contact',
  'decide',
  'mail',
  'media',
  'webhooks',
  'your-call',
  'your-comment',
  'your-message',
  'your-place',
] as const;

/** A path of this site as readers write it: starts with one slash, no query, no fragment. */
export const sitePath = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\]*$/)
  .max(500);

export const redirectQuery = z.strictObject({ path: sitePath });

/** `to` is the path at which the content of the old path is now. */
export const redirect = z.object({ to: sitePath });

/**
 * GET /api/redirects?path=/blog/old-address -> 200, 400 if that is not a path, 404 if there was never anything at it
 */
export const redirectResponse = one(redirect);
export type RedirectResponse = z.infer<typeof redirectResponse>;

const sitemapEntry = z.object({ slug, changed: instant });

/** GET /api/sitemap -> 200: everything published that search engines may list, for sitemap.xml (at most 50,000 each) */
export const sitemapResponse = one(
  z.object({
    posts: z.array(sitemapEntry),
    topics: z.array(sitemapEntry),
    pages: z.array(sitemapEntry),
    workshops: z.array(sitemapEntry),
  }),
);
export type SitemapResponse = z.infer<typeof sitemapResponse>;
