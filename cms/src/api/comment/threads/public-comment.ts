import type { PublicComment, Writer } from 'shared';
import type { CommentRow } from '#src/api/comment/comment-rows';
import { instantOf } from '#src/http/serialise';

export const publicColumns = [
  'id',
  'root_id',
  'parent_id',
  'from_counsellor',
  'name',
  'text',
  'state',
  'removed_by',
  'sent_at',
] as const;

export type PublicRow = Pick<CommentRow, (typeof publicColumns)[number]>;

/** The counsellor's name is the practice's, so changing it there changes it here. A removed comment shows no name. */
const writerOf = (row: PublicRow, counsellor: string | null): Writer => {
  const kind = row.from_counsellor ? 'counsellor' : 'reader';
  if (row.state === 'removed') return { kind, name: null };
  return { kind, name: row.from_counsellor ? counsellor : row.name };
};

/**
 * Returns a comment as everybody sees it.
 *
 * @param answered the reply that it answers, if that has a place on the page; null for a reply to the root
 */
export const publicComment = (row: PublicRow, answered: PublicRow | null, counsellor: string | null): PublicComment => {
  const isRemoved = row.state === 'removed';
  return {
    number: row.id,
    at: instantOf(row.sent_at),
    by: writerOf(row, counsellor),
    text: isRemoved ? null : row.text,
    removed: !isRemoved ? null : row.removed_by === 'counsellor' ? 'by the counsellor' : 'by its writer',
    answers: answered && { number: answered.id, name: writerOf(answered, counsellor).name },
  };
};
