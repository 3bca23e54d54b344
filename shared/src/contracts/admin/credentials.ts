import { z } from 'zod';
import { day } from '../envelope.js';

/** How many days before a credential has to be renewed the counsellor is told, first and last. */
export const renewalNoticeDays = [30, 7] as const;

/** How a credential stands: it has lapsed and left the site, it has to be renewed soon, or its day is not known. */
export const renewalStates = ['lapsed', 'soon', 'no day'] as const;

/**
 * `GET /credentials/renewals`, below `/quiet-room`: the credentials that need something from the counsellor, the most
 * pressing first, and how many there are at all. `title` is what she calls it; `renewsOn` is null with the state `no
 * day`.
 */
export const renewals = z.object({
  count: z.int().min(0),
  due: z.array(z.object({ title: z.string(), renewsOn: day.nullable(), state: z.enum(renewalStates) })),
});
export type Renewals = z.infer<typeof renewals>;
export type Renewal = Renewals['due'][number];
