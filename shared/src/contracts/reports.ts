import { z } from 'zod';
import { nonce } from './comments.js';
import { one } from './envelope.js';
import { optionalText } from './free-text.js';

/** Why a comment is reported. The first reason hides it at once, until the counsellor has looked at the report. */
export const reportReasons = [
  'identifies-or-threatens',
  'worried-about-writer',
  'unkind-or-harmful',
  'advertising',
  'lost-my-link',
  'something-else',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportTextLimit = { min: 1, max: 1_000 } as const;

/** A complete and valid report form; `text` may be empty. */
export const reportForm = z.object({
  reason: z.enum(reportReasons, { error: 'missing' }),
  text: optionalText(reportTextLimit),
});
export type ReportForm = z.output<typeof reportForm>;

export const report = reportForm.extend({ nonce });
export type Report = z.input<typeof report>;

/**
 * POST /api/comments/:number/reports -> 201 (200 if the same was sent with that nonce before); 400; 404 for a comment that readers
 * can't see. `hidden`: readers don't see it until the counsellor has looked at the report.
 */
export const reportResponse = one(z.object({ hidden: z.boolean() }));
export type ReportResponse = z.infer<typeof reportResponse>;
