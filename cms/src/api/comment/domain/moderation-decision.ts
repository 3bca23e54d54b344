import type { CommentState, DeskDecision } from '#src/api/comment/admin-contract';

/** What of a comment says what can be decided about it. */
export interface Decidable {
  audience: 'everyone' | 'counsellor';
  state: CommentState;
  fromCounsellor: boolean;
}

/** The state in which a decision leaves a comment. */
const states: Readonly<Record<DeskDecision, CommentState>> = {
  approve: 'approved',
  decline: 'declined',
  spam: 'spam',
  read: 'read',
};

const forComments: readonly DeskDecision[] = ['approve', 'decline', 'spam'];
const forNotes: readonly DeskDecision[] = ['read', 'spam'];

/** What she can decide about it as it stands. A note is read, never published; her own replies need no decision. */
export const possibleDecisions = ({ audience, state, fromCounsellor }: Decidable): DeskDecision[] => {
  if (fromCounsellor || state === 'removed') return [];
  return (audience === 'counsellor' ? forNotes : forComments).filter((decision) => states[decision] !== state);
};

/** How what she has read compares with what is there; null when it is the same. */
export const sinceThen = (
  read: { version: number; state: CommentState },
  now: { version: number; state: CommentState } | null,
): 'gone' | 'changed' | 'decided before' | null => {
  if (now === null || now.state === 'removed') return 'gone';
  if (now.version !== read.version) return 'changed';
  return now.state === read.state ? null : 'decided before';
};

/** What changes in the row of a comment. Deciding is opening, too: she names the words that she read. */
export const afterDecision = <Instant>(
  { state, opened }: { state: CommentState; opened: Instant | null },
  decision: DeskDecision,
  now: Date,
) => ({
  state: states[decision],
  stateBefore: state,
  decided: now,
  opened: opened ?? now,
});

interface CareFlag {
  kind: 'self' | 'someone else';
  urgent: boolean;
  because: string[];
}

/** What changes when a decision is taken back. `care` is what the rules say of the words now: the old flag was deleted. */
export const afterUndo = (before: CommentState, care: CareFlag | null, now: Date) => ({
  state: before,
  stateBefore: null,
  decided: before === 'waiting' ? null : now,
  careKind: before === 'waiting' && care ? care.kind : null,
  careUrgent: before === 'waiting' && care !== null && care.urgent,
  careBecause: before === 'waiting' && care ? care.because : null,
});
