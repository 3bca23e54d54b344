import { z } from 'zod';
import { audiences, commentLimits, commentNumber, nonce } from '../comments.js';
import { instant } from '../envelope.js';
import { line, multilineText } from '../free-text.js';
import { reportReasons } from '../reports.js';

/** The admin's endpoints about comments, below `/quiet-room/comments`. Every answer is `{ data }`. */

/** The lists of comments, in the order of their tabs. */
export const commentListNames = [
  'waiting',
  'answered',
  'approved',
  'declined',
  'spam',
  'notes',
  'reported',
  'onHold',
] as const;
export type CommentListName = (typeof commentListNames)[number];

export const moderationDecisions = ['approve', 'decline', 'spam', 'read'] as const;
export type ModerationDecision = (typeof moderationDecisions)[number];

export const commentStates = ['waiting', 'approved', 'declined', 'spam', 'read', 'removed'] as const;
export type CommentState = (typeof commentStates)[number];

export const commentOrders = ['oldest', 'newest'] as const;
export type CommentOrder = (typeof commentOrders)[number];

const version = z.int().positive();
const state = z.enum(commentStates);

/** A comment as it was on the counsellor's screen. A decision about any other version or state of it is refused. */
export const commentVersion = z.strictObject({ number: commentNumber, version, state });
export type CommentVersion = z.infer<typeof commentVersion>;

export const legalHoldReasonLimit = 500;

/** Keeps a comment from being deleted automatically: why, and the calendar day on which to review that. */
export const legalHold = z.strictObject({
  reason: line({ min: 1, max: legalHoldReasonLimit }),
  until: z.iso.date(),
});
export type LegalHold = z.infer<typeof legalHold>;

/** Whether the care rules flagged a comment, about whom, and whether there may be danger now. */
export const careMark = z.object({ kind: z.enum(['self', 'someone else']), urgent: z.boolean() });
export type CareMark = z.infer<typeof careMark>;

/** Whose name a reader has signed with, or one that looks like it. */
const signedAs = z.enum(['counsellor', 'practice']);
export type SignedAs = z.infer<typeof signedAs>;

/** A comment as a row of a list. `name` is null once it was taken off; `excerpt` is the first 200 characters. */
export const listedComment = z.object({
  number: commentNumber,
  version,
  state,
  audience: z.enum(audiences),
  byCounsellor: z.boolean(),
  name: z.string().nullable(),
  excerpt: z.string(),
  isTruncated: z.boolean(),
  post: z.object({ title: z.string(), slug: z.string().nullable() }),
  isReply: z.boolean(),
  sentAt: instant,
  isOpened: z.boolean(),
  /** When the counsellor last answered only the writer, about this text. Nothing is decided by that. */
  answeredAt: instant.nullable(),
  care: careMark.nullable(),
  isSuspected: z.boolean(),
  signedAs: signedAs.nullable(),
  hidden: z.boolean(),
  openReports: z.int().min(0),
  legalHold: z.object({ reason: z.string(), until: z.string() }).nullable(),
});
export type ListedComment = z.infer<typeof listedComment>;

/** `GET /comments?list=waiting&order=oldest&page=1`: 25 a page */
export const commentListQuery = z.strictObject({
  list: z.enum(commentListNames).default('waiting'),
  order: z.enum(commentOrders).default('oldest'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
export const listedComments = z.object({
  comments: z.array(listedComment),
  page: z.int().min(1),
  pageCount: z.int().min(0),
  total: z.int().min(0),
});
export type ListedComments = z.infer<typeof listedComments>;

/**
 * `GET /comments/counts`. `learned`: from how many comments that the counsellor called spam or not the spam filter has
 * learned; `awayUntil`: until when the counsellor is away, or null.
 */
export const commentCounts = z.object({
  lists: z.record(z.enum(commentListNames), z.int().min(0)),
  unopenedSpam: z.int().min(0),
  legalHoldsToReview: z.int().min(0),
  learned: z.object({ spam: z.int().min(0), human: z.int().min(0) }),
  awayUntil: instant.nullable(),
});
export type CommentCounts = z.infer<typeof commentCounts>;

/** `GET /comments/waiting`: how many wait, since when the oldest does, and the first five; for the admin's home page */
export const waitingSummary = z.object({
  count: z.int().min(0),
  oldest: instant.nullable(),
  first: z.array(listedComment),
  awayUntil: instant.nullable(),
});
export type WaitingSummary = z.infer<typeof waitingSummary>;

/** One comment of a thread; `inReplyTo` is the number of the comment that it answers. */
export const threadComment = z.object({
  number: commentNumber,
  state,
  byCounsellor: z.boolean(),
  name: z.string().nullable(),
  text: z.string(),
  sentAt: instant,
  inReplyTo: commentNumber.nullable(),
  hidden: z.boolean(),
  /** Only the counsellor and the writer can read it. */
  isPrivate: z.boolean(),
});
export type ThreadComment = z.infer<typeof threadComment>;

export const openReport = z.object({
  id: z.int().positive(),
  reason: z.enum(reportReasons),
  text: z.string().nullable(),
  sentAt: instant,
});
export type OpenReport = z.infer<typeof openReport>;

/**
 * What the counsellor prepared for answers: her checklist for when someone may be in danger, and her saved replies.
 */
export const responseKit = z.object({
  checklist: z.array(z.string()),
  savedReplies: z.array(z.object({ title: z.string(), text: z.string() })),
});
export type ResponseKit = z.infer<typeof responseKit>;

/**
 * `POST /comments/:number/open`: a comment with everything that helps to decide. Opening is recorded, because what the
 * counsellor has not opened is never deleted automatically.
 */
export const openedComment = listedComment.extend({
  text: z.string(),
  decidedAt: instant.nullable(),
  canUndo: z.boolean(),
  /** What is possible in its present state; `replies`: for whom the counsellor can write one. */
  allowed: z.object({ decisions: z.array(z.enum(moderationDecisions)), replies: z.array(z.enum(audiences)) }),
  /**
   * Which emails the writer asked for, and whether they can be sent: to a confirmed address that has not stopped all
   * emails. An answer only for the writer is emailed for either wish.
   */
  notifies: z.object({
    onApproval: z.boolean(),
    onReply: z.boolean(),
    address: z.enum(['none', 'unconfirmed', 'confirmed', 'stopped']),
  }),
  hasPersonalDetails: z.boolean(),
  careReasons: z.array(z.string()),
  spamReasons: z.array(z.string()),
  /** Oldest first, the comment itself among them. */
  thread: z.array(threadComment),
  visibleReplies: z.int().min(0),
  reports: z.array(openReport),
  /** Where readers find it, and its post; null while they can't. */
  url: z.string().nullable(),
  postUrl: z.string().nullable(),
  responseKit,
});
export type OpenedComment = z.infer<typeof openedComment>;

const severalComments = z.array(commentVersion).min(1).max(100);

/**
 * `POST /comments/decide`. `confirmed`: it is about this one comment, with its text in view; before one with a care
 * flag or the counsellor's name is published, they were also asked. Without it, such comments are left out.
 */
export const decideRequest = z.strictObject({
  decision: z.enum(moderationDecisions),
  comments: severalComments,
  confirmed: z.boolean().default(false),
});
/** `POST /comments/delete`; `confirmed`: as in `decideRequest` */
export const deleteRequest = z.strictObject({ comments: severalComments, confirmed: z.boolean().default(false) });
/** `POST /comments/undo` */
export const commentsRequest = z.strictObject({ comments: severalComments });

/**
 * How an action on one comment ended. `changed`: the writer changed the text meanwhile. `already-decided`: it was
 * decided elsewhere meanwhile. `left-out`: it was unread, or has a care flag or the counsellor's name and was not
 * decided about by itself. `refused`: its present state does not allow it; `reason` says why in a sentence.
 */
export const moderationOutcome = z.discriminatedUnion('status', [
  z.object({ number: commentNumber, status: z.enum(['done', 'gone', 'changed', 'already-decided', 'left-out']) }),
  z.object({ number: commentNumber, status: z.literal('refused'), reason: z.string() }),
]);
export type ModerationOutcome = z.infer<typeof moderationOutcome>;

/** Of `/decide`, `/undo` and `/delete`: one outcome a comment, in the order of the request */
export const moderationOutcomes = z.object({ outcomes: z.array(moderationOutcome) });
export type ModerationOutcomes = z.infer<typeof moderationOutcomes>;

/**
 * `POST /comments/seen`: records that the counsellor has looked at these without opening each. `leftOut`: how many were
 * not, because they have a care flag
 */
export const seenRequest = z.strictObject({ numbers: z.array(commentNumber).min(1).max(100) });
export const seenResponse = z.object({ seen: z.int().min(0), leftOut: z.int().min(0) });
export type SeenResponse = z.infer<typeof seenResponse>;

/**
 * `POST /comments/:number/reply`; `reply` is the number of the new comment. With `audience` `counsellor`, only the
 * comment's writer can read it, on the private page, and nothing is published. `confirmed`: as in `decideRequest`.
 */
export const replyRequest = z.strictObject({
  version,
  state,
  nonce,
  text: multilineText(commentLimits.text),
  audience: z.enum(audiences).default('everyone'),
  confirmed: z.boolean().default(false),
});
export const replyOutcome = z.object({ outcome: moderationOutcome, reply: commentNumber.nullable() });
export type ReplyOutcome = z.infer<typeof replyOutcome>;

/** `POST /comments/:number/dismiss-flag`: the counsellor has dealt with the care flag of the text that she read */
export const dismissFlagRequest = z.strictObject({ version, state });
export const dismissFlagResponse = z.object({ outcome: moderationOutcome });

/** `POST /comments/:number/settle`: the reports were read, and the comment stays */
export const settleRequest = z.strictObject({ reports: z.array(z.int().positive()).min(1).max(1_000) });

/** Of `/hold` (`legalHold`), `/release` and `/settle` */
export const commentActionResponse = z.object({ done: z.literal(true) });

/** How many comments readers see under a post, which disappear with it. */
export const commentsUnderPost = z.strictObject({ shown: z.int().min(0) });
export type CommentsUnderPost = z.output<typeof commentsUnderPost>;
