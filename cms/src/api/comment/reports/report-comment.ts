import type { Core } from '@strapi/strapi';
import type { report } from 'shared';
import type { z } from 'zod';
import { type CommentRow, commentRows, lockComment } from '#src/api/comment/comment-rows';
import { tellOfReport } from '#src/api/comment/emails/notify-counsellor';
import { findOnPage } from '#src/api/comment/threads/comment-location';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import type { StoredInstant, Timestamps } from '#src/database/stored-values';
import { inTransaction, tableRows, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/params';

type Report = z.output<typeof report>;

/** `first`: this sending made the report. `hidden`: nobody sees the comment until she has looked. */
export interface Reported {
  first: boolean;
  hidden: boolean;
}

/** A report as its row has it. */
interface ReportRow extends Timestamps {
  id: number;
  comment_id: number;
  reason: Report['reason'];
  words: string | null;
  nonce: string | null;
  sent: StoredInstant;
  settled: StoredInstant | null;
}

export const reportRows = tableRows<ReportRow>('reports');

const sentBefore = async (uow: UnitOfWork, nonce: string): Promise<Reported | null> => {
  const [row]: Pick<CommentRow, 'hidden'>[] = await reportRows(uow)
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
  inTransaction(strapi, async (uow) => {
    const before = await sentBefore(uow, sent.nonce);
    if (before) return before;
    await lockComment(uow, number);
    const { row } = found(await findOnPage(uow, number));
    const { reason, words, nonce } = sent;
    const made: { id: number }[] = await reportRows(uow)
      .insert({ comment_id: row.id, reason, words, nonce, sent: now, created_at: now, updated_at: now })
      .onConflict('nonce')
      .ignore()
      .returning('id');
    const [first] = made;
    if (!first) return found(await sentBefore(uow, nonce));
    const hidden = hides(sent, row);
    await tellOfReport(uow, { id: first.id, comment: row.id });
    await commentRows(uow).where({ id: row.id }).increment('open_reports', 1);
    if (hidden) {
      await commentRows(uow).where({ id: row.id }).update({ hidden: true });
      await threadChanged(uow, row.post_id);
    }
    return { first: true, hidden };
  });
