import { z } from 'zod';
import { picture } from './pictures.js';

/** What search engines and previews of links are told instead of title, summary and cover, where she says so. */
export const seo = z.object({
  title: z.string().nullable(),
  description: z.string().nullable(),
  image: picture.nullable(),
  noindex: z.boolean(),
});
export type Seo = z.infer<typeof seo>;
