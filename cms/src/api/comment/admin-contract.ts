/** What the desk and the CMS say to each other about comments, below `/quiet-room/comments`. Times are ISO 8601 in UTC. */

/** The saved lists of the desk, in the order in which they stand. */
export const deskLists = ['waiting', 'approved', 'declined', 'spam', 'notes', 'reported', 'held'] as const;
export type DeskList = (typeof deskLists)[number];

export const deskDecisions = ['approve', 'decline', 'spam', 'read'] as const;
export type DeskDecision = (typeof deskDecisions)[number];

export const commentStates = ['waiting', 'approved', 'declined', 'spam', 'read', 'removed'] as const;
export type CommentState = (typeof commentStates)[number];

/** What she has read: a decision about anything else is not taken. */
export interface AsRead {
  number: number;
  version: number;
  state: CommentState;
}

/** Kept from retention: why, and the calendar day on which she looks at it again. */
export interface Held {
  because: string;
  until: string;
}

/** A comment as a row of a list. */
export interface ListedComment extends AsRead {
  audience: 'everyone' | 'counsellor';
  byCounsellor: boolean;
  /** Null when it was taken off. */
  name: string | null;
  /** The first 200 characters of the words, and whether there are more. */
  beginning: string;
  more: boolean;
  post: { title: string; slug: string | null };
  isReply: boolean;
  sent: string;
  opened: boolean;
  care: { kind: 'self' | 'someone else'; urgent: boolean } | null;
  suspected: boolean;
  hidden: boolean;
  openReports: number;
  held: Held | null;
}

/** `GET /comments?list=waiting&order=oldest&page=1`: 25 a page. */
export interface ListedComments {
  comments: ListedComment[];
  page: number;
  pageCount: number;
  total: number;
}

/** `GET /comments/counts` */
export interface CommentCounts {
  lists: Record<DeskList, number>;
  /** Of the spam: nothing that she has not opened is deleted. */
  unopenedSpam: number;
  /** Held items whose review date has come. */
  toReview: number;
  /** When she is away: until when. */
  awayUntil: string | null;
}

/** `GET /comments/waiting`: for the first page of the admin. */
export interface WaitingForYou {
  count: number;
  oldest: string | null;
  first: ListedComment[];
  awayUntil: string | null;
}

/** One of the thread in which a comment stands. */
export interface ThreadPart {
  number: number;
  state: CommentState;
  byCounsellor: boolean;
  name: string | null;
  words: string;
  sent: string;
  /** The number of the comment that it answers. */
  answers: number | null;
  hidden: boolean;
}

export interface OpenReport {
  id: number;
  reason: string;
  words: string | null;
  sent: string;
}

/** `POST /comments/:number/open`: that she opened it is written down. */
export interface OpenedComment extends ListedComment {
  words: string;
  decided: string | null;
  /** Whether the last decision can be taken back. */
  mayUndo: boolean;
  /** What she can decide, and whether she can answer, as it stands. */
  may: { decisions: DeskDecision[]; reply: boolean };
  /** Whether the writer is told by email, and whether the address is confirmed. */
  tells: { appeared: boolean; replies: boolean; confirmed: boolean };
  personalDetails: boolean;
  /** Sentences: why it was flagged, why it is suspected. */
  careBecause: string[];
  suspicions: string[];
  /** Oldest first, the comment itself among them. */
  thread: ThreadPart[];
  /** How many comments below it readers can see. */
  repliesBelow: number;
  reports: OpenReport[];
  /** Where readers find it; null while they can't. */
  url: string | null;
  postUrl: string | null;
  kit: { checklist: string[]; savedReplies: { title: string; words: string }[] };
}

/**
 * What became of an act on one comment. `changed`: the writer changed the words meanwhile. `decided before`: somebody (she,
 * elsewhere) decided meanwhile. `refused`: it can't be done as things stand, and `because` says why in a sentence.
 */
export type ActOutcome =
  | { number: number; result: 'done' | 'gone' | 'changed' | 'decided before' }
  | { number: number; result: 'refused'; because: string };

/** `POST /comments/decide`, `/comments/undo`, `/comments/delete`, each for up to 100 comments. */
export interface ActOutcomes {
  outcomes: ActOutcome[];
}

/** `POST /comments/:number/reply`; `reply` is the number of what she wrote. */
export interface ReplyOutcome {
  outcome: ActOutcome;
  reply: number | null;
}
