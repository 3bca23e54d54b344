import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../documents/transaction';
import { commentSettings } from '../../practice/domain/comment-settings';
import { practiceOfComments } from '../../practice/services/practice-of-comments';
import { isLetThrough } from '../domain/let-through';
import { approveComment } from './approve';
import { commentRows, jsonOf, type CommentRow } from './comment-rows';

/** Whether she ever approved a comment from that mailbox. */
export const approvedBefore = async (strapi: Core.Strapi, trx: Transaction, mailbox: number): Promise<boolean> =>
  (await commentRows(strapi, trx).where({ mailbox_id: mailbox, state: 'approved' }).first('id')) !== undefined;

/** Puts a confirmed comment on the page if the practice lets its writer through; tells whether it did. `row` is locked. */
export const letThrough = async (strapi: Core.Strapi, trx: Transaction, row: CommentRow, now: Date): Promise<boolean> => {
  const { settings } = await practiceOfComments(strapi);
  const may = isLetThrough({
    holds: commentSettings(settings).holds,
    confirmed: row.confirmed_at !== null,
    state: row.state,
    audience: row.audience,
    careFlagged: row.care_kind !== null,
    suspicions: jsonOf(row.suspicions) ?? [],
    personalDetails: Boolean(row.personal_details),
    approvedBefore: row.mailbox_id !== null && (await approvedBefore(strapi, trx, row.mailbox_id)),
  });
  return may && (await approveComment(strapi, trx, { id: row.id, version: row.version }, now)) !== null;
};
