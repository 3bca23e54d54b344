import type { Core } from '@strapi/strapi';
import type { PublicComment, Writer } from 'shared';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { instantOf } from '#src/http/serialise';

/*
 * What readers can see, as SQL conditions on a row by its alias. They are text and not parameters: SQLite uses a
 * partial index only when its condition is part of the statement.
 */

export const readable = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state = 'approved' and ${row}.hidden = false`;

/** The first comment of a thread has a place on the page if it, or a reply to its removed text, can be read. */
export const hasPlace = (row: string): string =>
  `${row}.root_id is null and ${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed')
   and ${row}.hidden = false
   and (${row}.state = 'approved'
     or exists (select 1 from comments below where below.root_id = ${row}.id and ${readable('below')}))`;

/** A reply has a place below its root, if that has one, if it or an answer to its removed text can be read. */
export const hasPlaceBelow = (row: string): string =>
  `${row}.audience = 'everyone' and ${row}.state in ('approved', 'removed') and ${row}.hidden = false
   and (${row}.state = 'approved'
     or exists (select 1 from comments below where below.parent_id = ${row}.id and ${readable('below')}))`;

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
 * Returns a comment as everyone sees it.
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

/** Returns how many comments readers see under a post, of the counsellor's own, too. */
export const countShownUnder = async (strapi: Core.Strapi, post: string): Promise<number> => {
  const [counted] = (await commentRows(strapi)
    .where({ post_id: post })
    .whereRaw(readable('comments'))
    .count({ shown: '*' })) as unknown as { shown: number | string }[];
  return Number(counted?.shown ?? 0);
};
