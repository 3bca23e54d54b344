import { z } from 'zod';
import { instant, one } from './envelope.js';
import { line } from './free-text.js';
import { registrationLimits } from './registrations.js';

/**
 * What stands on a certificate to verify it by: twelve characters of Crockford's base 32 in threes of four; small
 * letters and other spacing are forgiven.
 */
export const certificateNumber = z
  .string()
  .max(60)
  .transform((typed) =>
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/[IL]/g, '1')
      .replace(/O/g, '0')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/));

/** What a certificate says, but for the name: that is not kept for showing, only for comparing. */
export const certificate = z.object({
  number: z.string(),
  title: z.string(),
  /** The first and the last session's start, and the zone that they were held in. */
  from: instant,
  to: instant,
  timeZone: z.string(),
  cpdHours: z.number().positive(),
  facilitator: z.string().nullable(),
  practice: z.string(),
  issued: instant,
});
export type Certificate = z.infer<typeof certificate>;

/** GET /api/certificates/:number -> 200, or 404 */
export const verifiedResponse = one(certificate);
export type VerifiedResponse = z.infer<typeof verifiedResponse>;

/**
 * POST /api/certificates/:number/compare {name} -> 200: whether it was given to somebody of that name (case and spacing
 * aside), 404
 */
export const comparedName = z.strictObject({ name: line(registrationLimits.name) });
export const comparedResponse = one(z.object({ same: z.boolean() }));
export type ComparedResponse = z.infer<typeof comparedResponse>;
