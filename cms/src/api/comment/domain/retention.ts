import type { Audience, CommentState } from 'shared';

const dayMs = 86_400_000;

/** How long the practice keeps what readers sent, in days. */
export interface RetentionPeriods {
  keepAddressDays: number;
  keepSpamDays: number;
  keepDeclinedDays: number;
  keepNotesDays: number;
}

/** The facts that decide when a comment or private note is deleted. */
export interface RetentionFacts {
  state: CommentState;
  audience: Audience;
  sentAt: Date;
  openedAt: Date | null;
  decidedAt: Date | null;
  onLegalHold: boolean;
  /** Of the private messages about it. */
  messages: {
    /** When the latest was sent or, if that was later, read; null if there are none. */
    lastAt: Date | null;
    /** One of them is unopened or on legal hold. */
    keepsIt: boolean;
  };
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const latest = (...instants: (Date | null)[]): number =>
  Math.max(...instants.map((instant) => instant?.getTime() ?? 0));

/**
 * Returns when a comment is due to be deleted. Null while nothing deletes it: what waits, what is public, what is on
 * legal hold, and what has not been opened. Spam and declined comments count from the decision, private notes from the
 * day on which they were opened; both from the last private message about them, if that is later. After opening something old there is a grace period of a day, so that it does not
 * vanish while the counsellor thinks about it.
 */
export const dueAt = (
  { state, audience, sentAt, openedAt, decidedAt, onLegalHold, messages }: RetentionFacts,
  periods: RetentionPeriods,
): Date | null => {
  if (onLegalHold || openedAt === null || messages.keepsIt) return null;
  const graceEnds = openedAt.getTime() + dayMs;
  const after = (from: number, days: number): Date => new Date(Math.max(from + days * dayMs, graceEnds));
  if (state === 'spam') return after(latest(decidedAt, sentAt, messages.lastAt), periods.keepSpamDays);
  if (state === 'declined') return after(latest(decidedAt, sentAt, messages.lastAt), periods.keepDeclinedDays);
  return audience === 'counsellor' && state === 'read'
    ? after(latest(openedAt, messages.lastAt), periods.keepNotesDays)
    : null;
};

/**
 * Returns when the private messages about a comment that stays are due to be deleted: as many days after the last of them
 * as a private note after it was read.
 */
export const messagesDueAt = (
  { lastAt, keepsIt }: RetentionFacts['messages'],
  { keepNotesDays }: Pick<RetentionPeriods, 'keepNotesDays'>,
): Date | null => (lastAt === null || keepsIt ? null : new Date(lastAt.getTime() + keepNotesDays * dayMs));
