import type { Openness } from 'shared';

const day = 86_400_000;

export interface OpennessFacts {
  commentsOpen: boolean;
  published: Date;
  closeAfterDays: number | null;
  awayUntil: Date | null;
  awayMessage: string | null;
}

/** Whether something can be written under a post, and when the clock alone changes that; null when it never does. */
export interface OpennessNow {
  openness: Openness;
  changesAt: Date | null;
}

const closed = (why: 'post' | 'age'): OpennessNow => ({
  openness: { open: false, why, until: null, message: null },
  changesAt: null,
});

/**
 * Comments and notes stand under one form, so they close together: what closes for good (the post says so, or its age)
 * goes before what passes (she is away).
 */
export const opennessOf = (
  { commentsOpen, published, closeAfterDays, awayUntil, awayMessage }: OpennessFacts,
  now: Date,
): OpennessNow => {
  if (!commentsOpen) return closed('post');
  const closes = closeAfterDays === null ? null : new Date(published.getTime() + closeAfterDays * day);
  if (closes && closes <= now) return closed('age');
  if (!awayUntil || awayUntil <= now) return { openness: { open: true }, changesAt: closes };
  return {
    openness: { open: false, why: 'away', until: awayUntil.toISOString(), message: awayMessage },
    changesAt: closes && closes < awayUntil ? closes : awayUntil,
  };
};
