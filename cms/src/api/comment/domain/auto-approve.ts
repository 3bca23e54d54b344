import type { Audience, CommentState } from 'shared';

/** What is known about a comment whose address has just been confirmed. */
export interface AutoApprovalFacts {
  holds: 'all' | 'first-timers';
  /** The email about this very comment was answered. */
  isConfirmed: boolean;
  state: CommentState;
  audience: Audience;
  isCareFlagged: boolean;
  suspicions: readonly string[];
  hasPersonalDetails: boolean;
  /** The counsellor approved an earlier comment from the same address. */
  isTrustedCommenter: boolean;
}

/**
 * Returns whether a comment is published without being read first: only where the practice holds first-timers alone,
 * the commenter is trusted, and no rule found anything.
 */
export const meetsAutoApproval = (comment: AutoApprovalFacts): boolean =>
  comment.holds === 'first-timers' &&
  comment.isConfirmed &&
  comment.state === 'waiting' &&
  comment.audience === 'everyone' &&
  comment.isTrustedCommenter &&
  !comment.isCareFlagged &&
  comment.suspicions.length === 0 &&
  !comment.hasPersonalDetails;
