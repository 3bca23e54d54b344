import type { Openness } from 'shared';

const dayMs = 86_400_000;

export interface OpennessFacts {
  commentsOpen: boolean;
  published: Date;
  closeAfterDays: number | null;
  awayUntil: Date | null;
  awayMessage: string | null;
}

/** Whether readers can comment on a post now, and when time alone changes that; null if it never does. */
export interface OpennessNow {
  openness: Openness;
  changesAt: Date | null;
}

const closed = (why: 'post' | 'age'): OpennessNow => ({
  openness: { open: false, why, until: null, message: null },
  changesAt: null,
});

/**
 * Returns whether readers can comment on a post. What closes it for good (the post's own switch, or its age) goes
 * before what passes (the counsellor is away). Private notes are sent with the same form, so they close with it.
 */
export const opennessOf = (
  { commentsOpen, published, closeAfterDays, awayUntil, awayMessage }: OpennessFacts,
  now: Date,
): OpennessNow => {
  if (!commentsOpen) return closed('post');
  const closes = closeAfterDays === null ? null : new Date(published.getTime() + closeAfterDays * dayMs);
  if (closes && closes <= now) return closed('age');
  if (!awayUntil || awayUntil <= now) return { openness: { open: true }, changesAt: closes };
  return {
    openness: { open: false, why: 'away', until: awayUntil.toISOString(), message: awayMessage },
    changesAt: closes && closes < awayUntil ? closes : awayUntil,
  };
};
