import type { CommentState } from '#src/api/comment/admin-contract';

const day = 86_400_000;

/** Days, as the practice sets them. */
export interface Retention {
  keepAddressDays: number;
  keepSpamDays: number;
  keepDeclinedDays: number;
  keepNotesDays: number;
}

/** What says whether the time of a comment or note has come. */
export interface Kept {
  state: CommentState;
  audience: 'everyone' | 'counsellor';
  sent: Date;
  opened: Date | null;
  decided: Date | null;
  held: boolean;
}

/** The moment that many days ago: what is older has outlived its purpose. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

const latest = (...moments: (Date | null)[]): number => Math.max(...moments.map((moment) => moment?.getTime() ?? 0));

/**
 * When a comment is due to be deleted, or null while nothing deletes it: what waits, what readers can see, what she holds and
 * what she has not opened yet. Spam and declined comments count from the decision, private notes from the day on which she
 * opened them. A day is left after opening something old, so that she does not see it vanish while she thinks.
 */
export const dueAt = ({ state, audience, sent, opened, decided, held }: Kept, keep: Retention): Date | null => {
  if (held || opened === null) return null;
  const graceEnds = opened.getTime() + day;
  const after = (from: number, days: number): Date => new Date(Math.max(from + days * day, graceEnds));
  if (state === 'spam') return after(latest(decided, sent), keep.keepSpamDays);
  if (state === 'declined') return after(latest(decided, sent), keep.keepDeclinedDays);
  return audience === 'counsellor' && state === 'read' ? after(opened.getTime(), keep.keepNotesDays) : null;
};
