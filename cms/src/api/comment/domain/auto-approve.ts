/** What is known of a comment whose mailbox has just been confirmed. */
export interface Confirmed {
  holds: 'all' | 'first-timers';
  /** That very comment was confirmed, by the email about it. */
  confirmed: boolean;
  state: string;
  audience: string;
  careFlagged: boolean;
  suspicions: readonly string[];
  personalDetails: boolean;
  /** She approved an earlier comment from the same mailbox. */
  approvedBefore: boolean;
}

/** Whether a comment appears without being read first: only if she lets people through, has let this one through before, and nothing gives pause. */
export const isLetThrough = (comment: Confirmed): boolean =>
  comment.holds === 'first-timers' &&
  comment.confirmed &&
  comment.state === 'waiting' &&
  comment.audience === 'everyone' &&
  comment.approvedBefore &&
  !comment.careFlagged &&
  comment.suspicions.length === 0 &&
  !comment.personalDetails;
