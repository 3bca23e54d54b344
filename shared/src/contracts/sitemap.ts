import { z } from 'zod';
import { instant, one, slug } from './envelope.js';

const address = z.object({ slug, changed: instant });

/**
 * GET /api/sitemap -> 200: every published address that search engines may list, for sitemap.xml (at most 50,000 each)
 */
export const sitemapResponse = one(
  z.object({ posts: z.array(address), topics: z.array(address), pages: z.array(address), workshops: z.array(address) }),
);
export type SitemapResponse = z.infer<typeof sitemapResponse>;
