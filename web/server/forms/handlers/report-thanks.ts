import { reportReasons } from 'shared';
import { z } from 'zod';
import type { Unsealed } from '#server/forms/sealed-state';
import type { ReportThanks } from './report';

const thanks: z.ZodType<ReportThanks> = z.object({
  reason: z.enum(reportReasons),
  hidden: z.boolean(),
  post: z.string().regex(/^\/[a-z]/),
});

/** What the page after a report says: with what was reported for ten minutes, in general (`over`) afterwards; null for no address of ours. */
export function reportThanksOf(unsealed: Unsealed): ReportThanks | 'over' | null {
  if (unsealed.state === 'expired') return 'over';
  return unsealed.state === 'open' ? (thanks.safeParse(unsealed.value).data ?? null) : null;
}
