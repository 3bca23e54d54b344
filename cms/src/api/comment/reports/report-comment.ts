import type { Core } from '@strapi/strapi';
import type { report } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { tellOfReport } from '#src/api/comment/emails/notify-counsellor';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { inTransaction, type Transaction } from '#src/database/transaction';
import { found } from '#src/http/params';

type Report = z.output<typeof report>;

/** `first`: this sending made the report. `hidden`: nobody sees the comment until she has looked. */
export interface Reported {
  first: boolean;
  hidden: boolean;
}

/** The rows of reports, inside a transaction if there is one. */
export const reportRows = (strapi: Core.Strapi, trx?: Transaction) => {
  const rows = strapi.db.getConnection('reports');
  return trx ? rows.transacting(trx) : rows;
};

const sentBefore = async (strapi: Core.Strapi, trx: Transaction, nonce: string): Promise<Reported | null> => {
  const [row]: Pick<CommentRow, 'hidden'>[] = await reportRows(strapi, trx)
    .join('comments', 'comments.id', 'reports.comment_id')
    .where({ 'reports.nonce': nonce })
    .select('comments.hidden');
  return row ? { first: false, hidden: Boolean(row.hidden) } : null;
};

/** What she has restored is not hidden again that way: otherwise one reader could silence another. */
const hides = ({ reason }: Report, { restored }: CommentRow): boolean =>
  reason === 'identifies-or-threatens' && !restored;

/**
 * Stores what a reader says is wrong with a comment. Numbers hide nothing; only one reason does.
 *
 * @throws NotFoundError when readers can't see that comment
 */
export const reportComment = (strapi: Core.Strapi, number: number, sent: Report, now: Date): Promise<Reported> =>
  inTransaction(strapi, async ({ trx }) => {
    const before = await sentBefore(strapi, trx, sent.nonce);
    if (before) return before;
    await lockComment(strapi, trx, number);
    const { row } = found(await findOnPage(strapi, trx, number));
    const { reason, words, nonce } = sent;
    const made: { id: number }[] = await reportRows(strapi, trx)
      .insert({ comment_id: row.id, reason, words, nonce, sent: now, created_at: now, updated_at: now })
      .onConflict('nonce')
      .ignore()
      .returning('id');
    const [first] = made;
    if (!first) return found(await sentBefore(strapi, trx, nonce));
    const hidden = hides(sent, row);
    await tellOfReport(strapi, trx, { id: first.id, comment: row.id });
    await commentRows(strapi, trx).where({ id: row.id }).increment('open_reports', 1);
    if (hidden) {
      await commentRows(strapi, trx).where({ id: row.id }).update({ hidden: true });
      await threadChanged(strapi, trx, row.post_id);
    }
    return { first: true, hidden };
  });
