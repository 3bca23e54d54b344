import type { Core } from '@strapi/strapi';
import { commentRows, lockComment } from '#src/api/comment/comment-rows';
import { threadChanged } from '#src/api/comment/threads/thread-changed';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';

/** Settles every report of a comment that readers don't see any more. */
export const settleAllReports = async (uow: UnitOfWork, number: number, now: Date): Promise<void> => {
  await strapi.db
    .getConnection('reports')
    .transacting(uow.trx)
    .where({ comment_id: number })
    .whereNull('settled')
    .update({ settled: now, updated_at: now });
  await commentRows(uow).where({ id: number }).update({ open_reports: 0, hidden: false });
};

const settle = (uow: UnitOfWork, number: number, ids: readonly number[], now: Date): Promise<number> =>
  strapi.db
    .getConnection('reports')
    .transacting(uow.trx)
    .where({ comment_id: number })
    .whereIn('id', ids)
    .whereNull('settled')
    .update({ settled: now, updated_at: now });

/**
 * She has looked at these reports and leaves the comment where it is. One that a report had hidden is back on the page, and
 * can't be hidden that way again. A report that came meanwhile stays open. False when the comment is gone.
 */
export const settleReports = (
  strapi: Core.Strapi,
  number: number,
  ids: readonly number[],
  now: Date,
): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, number);
    if (row === null) return false;
    const settled = await settle(uow, number, ids, now);
    const hidden = Boolean(row.hidden);
    await commentRows(uow)
      .where({ id: number })
      .update({
        open_reports: Math.max(0, row.open_reports - settled),
        hidden: false,
        restored: Boolean(row.restored) || hidden,
        updated_at: now,
      });
    if (hidden) await threadChanged(uow, row.post_id);
    return true;
  });
