import { z } from 'zod';
import { blocks } from './blocks.js';
import { slug } from './envelope.js';
import { picture } from './pictures.js';

export const authorName = z.object({ slug, name: z.string() });

/** `role` is the line under the name, e.g. "Counsellor, MBACP (Accred.)". */
export const author = authorName.extend({
  role: z.string().nullable(),
  bio: blocks,
  portrait: picture.nullable(),
});
export type Author = z.infer<typeof author>;
