import { z } from 'zod';

/** One stored size of a picture. `url` is its path on the CMS, `/uploads/<file>`; sizes are pixels. */
export const pictureSize = z.object({
  url: z.string().regex(/^\/uploads\/[\w.-]+$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type PictureSize = z.infer<typeof pictureSize>;

/**
 * A picture as an upload left it: the original first in importance (`url`, `width`, `height`), and `sizes` the smaller
 * ones that were made of it, narrowest first. `alt` is never empty for a picture that says something.
 * `focus` is the point that must stay visible when it is cropped, in percent from the top left.
 */
export const picture = pictureSize.extend({
  alt: z.string(),
  caption: z.string().nullable(),
  sizes: z.array(pictureSize),
  focus: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type Picture = z.infer<typeof picture>;
