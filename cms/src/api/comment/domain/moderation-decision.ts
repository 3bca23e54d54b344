import type { Audience, CareMark, CommentState, CommentVersion, ModerationDecision } from 'shared';

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

/**
 * Returns what undoing a decision changes in a comment's row.
 *
 * @param care what the care rules say about the text now; only a comment that waits again gets its flag back
 */
export const afterUndo = (
  previous: CommentState,
  care: (CareMark & { reasons: readonly string[] }) | null,
  now: Date,
) => {
  const flag = previous === 'waiting' ? care : null;
  return {
    state: previous,
    previousState: null,
    decidedAt: previous === 'waiting' ? null : now,
    careKind: flag?.kind ?? null,
    careUrgent: flag?.urgent ?? false,
    careReasons: flag?.reasons ?? null,
  };
};
