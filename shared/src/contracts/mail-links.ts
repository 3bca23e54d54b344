import { z } from 'zod';
import { audiences, commentNumber } from './comments.js';
import { instant, one, slug } from './envelope.js';

/**
 * The secret of a link in an email to a reader: mailbox, comment (0: all) and a MAC over both and the link's purpose.
 */
export const mailboxToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,10}\.[A-Za-z0-9_-]{43}$/);
export const mailboxCommand = z.strictObject({ token: mailboxToken });

/**
 * POST /api/mailboxes/confirm -> 200: the address was confirmed (now or before); `onPage`: that let its comment
 * through; 404 for a wrong or ended link
 */
export const confirmedResponse = one(z.object({ onPage: z.boolean() }));
export type ConfirmedResponse = z.infer<typeof confirmedResponse>;

/**
 * POST /api/mailboxes/unsubscribe -> 200, as often as it is sent (RFC 8058); 404 for a wrong link. `all`: no more
 * emails of any kind.
 */
export const unsubscribe = z.strictObject({ token: mailboxToken, all: z.boolean() });
export const unsubscribedResponse = one(z.object({ unsubscribed: z.literal(true) }));

/**
 * The secret of a link in an email to the counsellor: comment, version that the email showed, end (seconds since 1970),
 * and a MAC.
 */
export const decisionToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.\d{10}\.[A-Za-z0-9_-]{43}$/);

export const decisions = ['approve', 'decline', 'spam'] as const;
export type Decision = (typeof decisions)[number];

/**
 * Where a comment stands that a link in an email leads to. `changed`: the writer changed it since the email, so nothing
 * can be decided by it.
 */
export const decisionStates = ['open', 'decided', 'changed', 'gone'] as const;
export const decisionView = z.object({
  state: z.enum(decisionStates),
  /** Of a decided one. */
  decided: z.object({ decision: z.enum([...decisions, 'read']), at: instant }).nullable(),
  /** Of an open one. */
  comment: z
    .object({
      number: commentNumber,
      post: z.object({ slug, title: z.string() }),
      audience: z.enum(audiences),
      name: z.string().nullable(),
      text: z.string(),
      sentAt: instant,
    })
    .nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

/**
 * `/api/decision-links/look` {token} -> 200; 404 for a wrong link or one that has ended (7 days).
 * `/api/decision-links/decide` {token, decision} -> 200 with `decided`, or as it stands when nothing was decided; 404.
 */
export const decisionLook = z.strictObject({ token: decisionToken });
export const decisionCommand = z.strictObject({ token: decisionToken, decision: z.enum(decisions) });
export const decisionResponse = one(decisionView);
export type DecisionResponse = z.infer<typeof decisionResponse>;
