import type { Audience } from 'shared';
import type { StoredBoolean, StoredInstant, StoredJson, Timestamps } from '#src/database/stored-values';
import { tableRows, type UnitOfWork } from '#src/database/unit-of-work';

export type CommentState = 'waiting' | 'approved' | 'declined' | 'spam' | 'read' | 'removed';

/** A comment as its row has it. `id` is its public number; `root_id` leads to the first of its thread, `parent_id` to what it answers. */
export interface CommentRow extends Timestamps {
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
  suspicions: StoredJson<string[]>;
  care_because: StoredJson<string[]>;
  personal_details: StoredBoolean;
  sent: StoredInstant;
  opened: StoredInstant | null;
  decided: StoredInstant | null;
  appeared: StoredInstant | null;
  hidden: StoredBoolean;
  restored: StoredBoolean;
  open_reports: number;
  fingerprint: string | null;
  state_before: CommentState | null;
  held_because: string | null;
  held_until: string | Date | null;
}

/**
 * The rows of comments, inside a transaction if there is one. Not by the document service: scarce and racing things need
 * conditional updates and `on conflict`.
 */
export const commentRows = tableRows<CommentRow>('comments');

/** The row of that number until the transaction ends: nobody else answers, decides or removes it meanwhile. SQLite has one writer anyway. */
export const lockComment = async (uow: UnitOfWork, number: number): Promise<CommentRow | null> =>
  (await commentRows(uow).where({ id: number }).forUpdate().first()) ?? null;
