import { z } from 'zod';
import { audiences, commentNumber, privateToken } from './comments.js';
import { instant, one, slug } from './envelope.js';

/** The token of a link in an email to a reader: mailbox, comment, and a MAC of both, their secrets and the purpose. */
export const mailboxToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,10}\.[A-Za-z0-9_-]{43}$/);
export const mailboxCommand = z.strictObject({ token: mailboxToken });

/**
 * POST /api/mailboxes/look -> 200: what a link confirms, which nobody but the owner of the address can tell to be
 * theirs. `publishes` is null unless confirming publishes it without the counsellor: then it is what would appear, and
 * its version. `isStopped`: all emails to the address are stopped, and confirming allows them again. 404 for a wrong
 * link, or if the address or the comment was deleted.
 */
export const sentWithMailbox = z.object({
  sentAt: instant,
  post: z.string().nullable(),
  isConfirmed: z.boolean(),
  isStopped: z.boolean(),
  publishes: z.object({ name: z.string().nullable(), text: z.string(), version: z.number().int().min(1) }).nullable(),
});
export type SentWithMailbox = z.infer<typeof sentWithMailbox>;
export const sentWithMailboxResponse = one(sentWithMailbox);

/**
 * POST /api/mailboxes/confirm -> 200: the address is confirmed, now or before, and the comment that the email was
 * about. `onPage`: that published the comment. `privateLink`: its link and code, which replace any that were given out
 * before. `allowedAgain`: all emails to the address were stopped until then. 404 for a wrong link, or if the address or
 * the comment was deleted; 409 if it would publish anything but the `version` that was shown.
 */
export const mailboxConfirmation = mailboxCommand.extend({ version: z.number().int().min(1).nullable().default(null) });
export const confirmedMailbox = z.object({
  onPage: z.boolean(),
  privateLink: z.object({ token: privateToken, code: z.string() }),
  allowedAgain: z.boolean(),
});
export type ConfirmedMailbox = z.infer<typeof confirmedMailbox>;
export const confirmedResponse = one(confirmedMailbox);
export type ConfirmedResponse = z.infer<typeof confirmedResponse>;

/**
 * POST /api/mailboxes/disown -> 200: the owner of the address did not send it. What confirming would have published is
 * declined, and its link ends. `discarded`: that was so. 404 as above; 409 if they have confirmed it.
 */
export const disownedResponse = one(z.object({ discarded: z.boolean() }));

/**
 * POST /api/mailboxes/resubscribe -> 200: takes back that all emails were stopped; the token is that of a link that
 * unsubscribes. 404 for a wrong link.
 */
export const resubscribedResponse = one(z.object({ unsubscribed: z.literal(false) }));

/**
 * POST /api/mailboxes/unsubscribe -> 200, however often it is sent; 404 for a wrong link. `all`: no more emails of any
 * kind.
 * @see https://www.rfc-editor.org/rfc/rfc8058
 */
export const unsubscribe = z.strictObject({ token: mailboxToken, all: z.boolean() });
export const unsubscribedResponse = one(z.object({ unsubscribed: z.literal(true) }));

/**
 * The token of a link in an email to the counsellor: comment, version that the email showed, expiry (seconds since
 * 1970), the period in which it was sent, and a MAC.
 */
export const decisionToken = z.string().regex(/^[1-9]\d{0,9}\.\d{1,6}\.\d{10}\.[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]{43}$/);

export const decisions = ['approve', 'decline', 'spam'] as const;
export type Decision = (typeof decisions)[number];

/**
 * The state of the comment that a link in an email leads to. `changed`: its writer has changed it since, so the link
 * can't decide about it any more. `on-dashboard`: it is decided where its care flag, the checklist and a private answer
 * are. `ended`: the link is older than seven days, or the counsellor has since changed how they sign in or where emails
 * go.
 */
export const decisionStates = ['open', 'decided', 'changed', 'gone', 'on-dashboard', 'ended'] as const;
export const decisionView = z.object({
  state: z.enum(decisionStates),
  dashboardUrl: z.url(),
  /** Set if `state` is `decided`. */
  decided: z.object({ decision: z.enum([...decisions, 'read']), at: instant }).nullable(),
  /** Set if `state` is `open`. */
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
 * POST /api/decision-links/look -> 200; 404 for a wrong link, or one whose comment was deleted.
 * POST /api/decision-links/decide -> 200 with the state afterwards, `decided` or why nothing was decided; 404.
 */
export const decisionLook = z.strictObject({ token: decisionToken });
export const decisionCommand = z.strictObject({ token: decisionToken, decision: z.enum(decisions) });
export const decisionResponse = one(decisionView);
export type DecisionResponse = z.infer<typeof decisionResponse>;
