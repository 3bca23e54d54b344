import type { Core } from '@strapi/strapi';
import type { Audience } from 'shared';
import type { Transaction } from '#src/database/transaction';

export type CommentState = 'waiting' | 'approved' | 'declined' | 'spam' | 'read' | 'removed';

/** An instant as the database gives it: a Date by PostgreSQL, milliseconds by SQLite. */
export type StoredInstant = Date | number;
type StoredBoolean = boolean | 0 | 1;

/** A comment as its row has it. `id` is its public number; `root_id` leads to the first of its thread, `parent_id` to what it answers. */
export interface CommentRow {
  id: number;
  post_id: string;
  root_id: number | null;
  parent_id: number | null;
  audience: Audience;
  from_counsellor: StoredBoolean;
  name: string | null;
  words: string | null;
  mailbox_id: number | null;
  tell_appeared: StoredBoolean;
  tell_replies: StoredBoolean;
  confirmed_at: StoredInstant | null;
  state: CommentState;
  /** Of a removed one that keeps its place. */
  removed_by: 'writer' | 'counsellor' | null;
  version: number;
  link_version: number;
  nonce: string | null;
  care_kind: 'self' | 'someone else' | null;
  care_urgent: StoredBoolean;
  /** JSON: text on SQLite. */
  suspicions: string[] | string | null;
  personal_details: StoredBoolean;
  sent: StoredInstant;
  opened: StoredInstant | null;
  decided: StoredInstant | null;
  appeared: StoredInstant | null;
  hidden: StoredBoolean;
  restored: StoredBoolean;
  open_reports: number;
}

/**
 * The rows of comments, inside a transaction if there is one. Not by the document service: scarce and racing things need
 * conditional updates and `on conflict`.
 */
export const commentRows = (strapi: Core.Strapi, trx?: Transaction) => {
  const rows = strapi.db.getConnection('comments');
  return trx ? rows.transacting(trx) : rows;
};

/** The row of that number until the transaction ends: nobody else answers, decides or removes it meanwhile. SQLite has one writer anyway. */
export const lockComment = async (strapi: Core.Strapi, trx: Transaction, number: number): Promise<CommentRow | null> =>
  ((await commentRows(strapi, trx).where({ id: number }).forUpdate().first()) as CommentRow | undefined) ?? null;

/** JSON as PostgreSQL gives it, or as text of SQLite. */
export const jsonOf = <T>(stored: T | string | null): T | null =>
  typeof stored === 'string' ? (JSON.parse(stored) as T | null) : stored;
