import { z } from 'zod';
import { instant, one, slug } from './envelope.js';

const address = z.object({ slug, changed: instant });

/** GET /api/addresses -> 200: every published address that search engines may list, for sitemap.xml (at most 50,000 each) */
export const addressesResponse = one(
  z.object({ posts: z.array(address), topics: z.array(address), pages: z.array(address), workshops: z.array(address) }),
);
export type AddressesResponse = z.infer<typeof addressesResponse>;
