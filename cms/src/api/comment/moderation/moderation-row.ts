import type { CommentState, Held } from '#src/api/comment/admin-contract';
import type { CommentRow } from '#src/api/comment/comment-rows';

/** A comment's row with what only the desk reads of it. */
export interface DeskRow extends CommentRow {
  state_before: CommentState | null;
  /** JSON: text on SQLite. */
  care_because: string[] | string | null;
  held_because: string | null;
  held_until: string | null;
}

/** A list of sentences as either database gives JSON. */
export const sentencesOf = (stored: string[] | string | null): string[] =>
  typeof stored === 'string' ? ((JSON.parse(stored) as string[] | null) ?? []) : (stored ?? []);

export const heldOf = ({
  held_because: because,
  held_until: until,
}: Pick<DeskRow, 'held_because' | 'held_until'>): Held | null =>
  because === null || until === null ? null : { because, until };
