import { z } from 'zod';

/**
 * One line of what the counsellor charges, such as a session of 50 minutes. `concessionPence`: the lower amount for
 * people who can't pay the usual one; `note`: who or what the line is for.
 */
export const fee = z.object({
  label: z.string().min(1),
  pence: z.number().int().min(0),
  concessionPence: z.number().int().min(0).nullable(),
  note: z.string().nullable(),
});
export type Fee = z.infer<typeof fee>;

/** What sessions cost. `cancellation`: what happens if someone can't come; `payment`: how and when people pay. */
export const fees = z.object({
  lines: z.array(fee),
  cancellation: z.string().nullable(),
  payment: z.string().nullable(),
});
export type Fees = z.infer<typeof fees>;
