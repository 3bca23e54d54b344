import type { PublicComment, Writer } from 'shared';
import type { CommentRow } from '#src/api/comment/comment-rows';
import { instantOf } from '#src/http/nullable';

export type PublicRow = Pick<
  CommentRow,
  'id' | 'root_id' | 'parent_id' | 'from_counsellor' | 'name' | 'words' | 'state' | 'removed_by' | 'sent'
>;

export const publicColumns = [
  'id',
  'root_id',
  'parent_id',
  'from_counsellor',
  'name',
  'words',
  'state',
  'removed_by',
  'sent',
] as const;

/** Her name is the practice's, also when she changes it later; of a removed comment nothing is told. */
const writerOf = (row: PublicRow, counsellor: string | null): Writer => {
  const kind = row.from_counsellor ? 'counsellor' : 'reader';
  if (row.state === 'removed') return { kind, name: null };
  return { kind, name: row.from_counsellor ? counsellor : row.name };
};

/** @param answered what it answers, if that has a place on the page and is itself a reply; null else */
export const publicComment = (row: PublicRow, answered: PublicRow | null, counsellor: string | null): PublicComment => {
  const removed = row.state === 'removed';
  return {
    number: row.id,
    at: instantOf(row.sent),
    by: writerOf(row, counsellor),
    words: removed ? null : row.words,
    removed: !removed ? null : row.removed_by === 'counsellor' ? 'by the counsellor' : 'by its writer',
    answers: answered && { number: answered.id, name: writerOf(answered, counsellor).name },
  };
};
