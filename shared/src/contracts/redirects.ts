import { z } from 'zod';
import { one } from './envelope.js';

/** A path of this site as readers write it: starts with one slash, no query, no fragment. */
export const sitePath = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\]*$/)
  .max(500);

export const redirectQuery = z.strictObject({ path: sitePath });

/** `to` is where what once stood at `path` is read today. */
export const redirect = z.object({ to: sitePath });

/** GET /api/redirects?path=/blog/old-address -> 200, 400 if that is no path, 404 if nothing ever stood there */
export const redirectResponse = one(redirect);
export type RedirectResponse = z.infer<typeof redirectResponse>;
