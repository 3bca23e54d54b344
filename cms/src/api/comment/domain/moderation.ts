import type { Audience, CommentState, CommentVersion, ModerationDecision } from 'shared';

/** The facts about a comment that say what can be decided about it. */
export interface Decidable {
  audience: Audience;
  state: CommentState;
  fromCounsellor: boolean;
}

/** The state that each decision leads to. */
const stateAfter: Readonly<Record<ModerationDecision, CommentState>> = {
  approve: 'approved',
  decline: 'declined',
  spam: 'spam',
  read: 'read',
};

const forComments: readonly ModerationDecision[] = ['approve', 'decline', 'spam'];
const forNotes: readonly ModerationDecision[] = ['read', 'spam'];

/**
 * Returns the decisions that a comment's state allows. A private note is marked as read, never published; the
 * counsellor's own replies need no decision.
 */
export const possibleDecisions = ({ audience, state, fromCounsellor }: Decidable): ModerationDecision[] => {
  if (fromCounsellor || state === 'removed') return [];
  return (audience === 'counsellor' ? forNotes : forComments).filter((decision) => stateAfter[decision] !== state);
};

const decidedAlready: Readonly<Partial<Record<CommentState, string>>> = {
  approved: 'This comment is on the page already.',
  declined: 'This comment has already been declined.',
  spam: 'This is in the spam folder already.',
  read: 'This private note has already been marked as read.',
};

/** Returns why a decision can't be made about a comment, as a sentence; null if it can. */
export const decisionError = (comment: Decidable, decision: ModerationDecision): string | null => {
  const { audience, state, fromCounsellor } = comment;
  if (possibleDecisions(comment).includes(decision)) return null;
  if (state === 'removed') return 'This comment was removed, so there is nothing to decide.';
  if (fromCounsellor) return 'You wrote this yourself, so there is nothing to decide.';
  if (audience === 'counsellor' && decision === 'approve') return 'A private note can’t be published.';
  if (audience === 'counsellor' && decision === 'decline')
    return 'A private note can’t be declined, because it is never published. Mark it as read instead.';
  if (decision === 'read' && audience === 'everyone')
    return 'Only a private note can be marked as read. Approve or decline a comment instead.';
  return decidedAlready[state] ?? 'This has already been decided.';
};

/**
 * Returns how a comment has changed since it was read; null if it has not. A changed text goes before a changed state.
 */
export const changeSince = (
  read: Pick<CommentVersion, 'version' | 'state'>,
  present: Pick<CommentVersion, 'version' | 'state'> | null,
): 'gone' | 'changed' | 'already-decided' | null => {
  if (present === null || present.state === 'removed') return 'gone';
  if (present.version !== read.version) return 'changed';
  return present.state === read.state ? null : 'already-decided';
};

/**
 * Returns what a decision changes in a comment's row. A decision counts as opening: it names the text that was read.
 */
export const afterDecision = <Instant>(
  { state, openedAt }: { state: CommentState; openedAt: Instant | null },
  decision: ModerationDecision,
  now: Date,
) => ({
  state: stateAfter[decision],
  previousState: state,
  decidedAt: now,
  openedAt: openedAt ?? now,
});

/** Returns what undoing a decision changes in a comment's row. The care flag stays as it is. */
export const afterUndo = (previous: CommentState, now: Date) => ({
  state: previous,
  previousState: null,
  decidedAt: previous === 'waiting' ? null : now,
});

/** Whether a decision has already been made about the text that was read, for example by pressing a button twice. */
export const isDecidedSo = (
  { version }: Pick<CommentVersion, 'version'>,
  decision: ModerationDecision,
  present: Pick<CommentVersion, 'version' | 'state'>,
): boolean => present.version === version && present.state === stateAfter[decision];

/** Why the counsellor is asked about one comment before something happens to it. */
interface AskedAbout {
  isCareFlagged: boolean;
  /** It is signed with the counsellor's or the practice's name, or one that looks like it. */
  hasOwnName: boolean;
}

/**
 * Whether a comment is left out of a decision or a deletion: nothing is published, hidden or deleted that the
 * counsellor has not read, and nothing with a care flag or their own name unless it is about this one comment, with its
 * text open.
 */
export const isLeftOut = (
  { isRead, isCareFlagged, hasOwnName }: AskedAbout & { isRead: boolean },
  { confirmed }: { confirmed: boolean },
): boolean => !isRead || ((isCareFlagged || hasOwnName) && !confirmed);

interface Answered {
  id: number;
  rootId: number | null;
}

/** Returns where a reply belongs: in the thread of the comment that it answers, never deeper than the second level. */
export const replyPosition = ({ id, rootId }: Answered): { rootId: number; parentId: number } => ({
  rootId: rootId ?? id,
  parentId: id,
});

interface Visibility {
  state: CommentState;
  hidden: boolean;
}

/** Whether the first comment of a thread keeps the thread on the page. */
const keepsThread = (root: Visibility): boolean =>
  !root.hidden && (root.state === 'approved' || root.state === 'removed');

/**
 * Returns why a comment can't be published in its thread, as a sentence; null if it can.
 *
 * @param root the first comment of its thread; null if it is gone, or for a comment that begins a thread
 */
export const approvalError = (isReply: boolean, root: Visibility | null): string | null =>
  isReply && (root === null || !keepsThread(root))
    ? 'The first comment of this thread is not on the page, so nobody would see a reply.'
    : null;

/**
 * Returns why the counsellor can't answer only the writer, as a sentence; null if they can, which is so before and
 * after every decision.
 */
export const privateReplyError = ({ state }: Visibility): string | null =>
  state === 'removed' ? 'This comment was removed, so nobody would see a reply.' : null;

/**
 * Returns what a reply decides about what it answers, if anything. A public reply approves a comment that waits, a
 * private one decides nothing; but a note counts as read, and whatever is answered is no spam.
 */
export const decisionByReply = (
  { audience, state }: Pick<Decidable, 'audience' | 'state'>,
  replyAudience: Audience,
): ModerationDecision | null => {
  if (state !== 'waiting' && state !== 'spam') return null;
  if (audience === 'counsellor') return 'read';
  if (state === 'spam') return 'decline';
  return replyAudience === 'everyone' ? 'approve' : null;
};

/**
 * Returns why the counsellor can't publish a reply to a comment in its present state, as a sentence; null if they can.
 * A reply approves a comment that waits; a private note is only ever answered privately.
 */
export const replyError = (
  comment: Visibility & { audience: Audience; isReply: boolean },
  root: Visibility | null,
): string | null => {
  if (comment.audience === 'counsellor') return 'A private note can only be answered privately.';
  if (comment.hidden) return 'A report hides this comment. Settle the report first, then reply.';
  if (comment.state !== 'waiting' && comment.state !== 'approved')
    return 'This comment is not on the page. Approve it first, then reply.';
  return approvalError(comment.isReply, root);
};

/** What is known about a comment whose address has just been confirmed. */
export interface AutoApprovalFacts extends AskedAbout {
  moderated: 'all' | 'first-timers';
  /** Its writer has confirmed this very comment by email. */
  isConfirmed: boolean;
  state: CommentState;
  audience: Audience;
  spamReasons: readonly string[];
  hasPersonalDetails: boolean;
  /** The counsellor has answered only the writer, and chosen not to publish it so far. */
  isAnswered: boolean;
  /** The counsellor approved an earlier comment from the same address. */
  isTrustedCommenter: boolean;
}

/**
 * Returns whether a comment is published without being read first: only where first-timers alone are moderated, the
 * commenter is trusted, and no rule found anything.
 */
export const meetsAutoApproval = (comment: AutoApprovalFacts): boolean =>
  comment.moderated === 'first-timers' &&
  comment.isConfirmed &&
  comment.state === 'waiting' &&
  comment.audience === 'everyone' &&
  comment.isTrustedCommenter &&
  !comment.isCareFlagged &&
  !comment.hasOwnName &&
  comment.spamReasons.length === 0 &&
  !comment.hasPersonalDetails &&
  !comment.isAnswered;
