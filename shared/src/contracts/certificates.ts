import { z } from 'zod';
import { instant, one } from './envelope.js';
import { line } from './free-text.js';
import { registrationLimits } from './registrations.js';

/**
 * The number of a certificate: twelve characters of Crockford's base 32 in three groups of four. Lower case, other
 * spacing and look-alike letters are accepted.
 * @see https://www.crockford.com/base32.html
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

/** What a certificate says, without the name, of which only a MAC is stored. */
export const certificate = z.object({
  number: z.string(),
  title: z.string(),
  /** The starts of the first and the last session, in `timeZone`. */
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
 * POST /api/certificates/:number/compare {name} -> 200 with whether it was issued to someone of that name, ignoring
 * case and spacing; 404
 */
export const comparedName = z.strictObject({ name: line(registrationLimits.name) });
export const comparedResponse = one(z.object({ same: z.boolean() }));
export type ComparedResponse = z.infer<typeof comparedResponse>;
