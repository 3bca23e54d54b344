import type { Core } from '@strapi/strapi';
import type { report } from 'shared';
import type { z } from 'zod';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { found } from '#src/http/request';
import { macOfContent } from '#src/security/sent-content';
import { type CommentRow, commentRows, lockComment, reportRows } from './comment-rows';
import { careFlag } from './domain/care/care-flag';
import { notifyOfReport } from './emails/notify-counsellor';
import { invalidateThread } from './threads/posts';
import { findOnPage } from './threads/threads';

type Report = z.output<typeof report>;

interface Reported {
  /** This submission made the report; otherwise an earlier one of the same form with the same content did. */
  first: boolean;
  /** Nobody sees the comment until the counsellor has looked at the report. */
  hidden: boolean;
}

/** Returns the outcome of a report that was sent before: the same form with the same content. */
const findSent = async (uow: UnitOfWork, nonce: string, contentMac: string): Promise<Reported | null> => {
  const [row]: Pick<CommentRow, 'hidden'>[] = await reportRows(uow)
    .join('comments', 'comments.id', 'reports.comment_id')
    .where({ 'reports.nonce': nonce, 'reports.content_mac': contentMac })
    .select('comments.hidden');
  return row ? { first: false, hidden: Boolean(row.hidden) } : null;
};

/** A comment that the counsellor has restored is not hidden again: otherwise one reader could silence another. */
const hidesComment = ({ reason }: Report, { restored }: CommentRow): boolean =>
  reason === 'identifies-or-threatens' && !restored;

/**
 * Locks and returns a comment that can be reported: one that readers can see, or that another report has hidden while
 * this one was being written.
 */
const findReportable = async (uow: UnitOfWork, number: number): Promise<CommentRow | null> => {
  const row = await lockComment(uow, number);
  const isHidden = row !== null && Boolean(row.hidden) && row.state === 'approved' && row.audience === 'everyone';
  return isHidden ? row : ((await findOnPage(uow, number))?.row ?? null);
};

/** Whether a report says that someone may be in danger, whoever that is. */
const isPressing = ({ reason, text }: Report): boolean =>
  reason === 'worried-about-writer' || (text !== null && careFlag(text) !== null);

/**
 * Stores a reader's report about a comment. The number of reports hides nothing; only one reason does.
 *
 * @throws NotFoundError if readers can't see that comment, unless a report has hidden it
 */
export const reportComment = (strapi: Core.Strapi, number: number, sent: Report, now: Date): Promise<Reported> =>
  inTransaction(strapi, async (uow) => {
    const { reason, text, nonce } = sent;
    const contentMac = macOfContent(uow.services.linkKeys, `comment:${number}`, { reason, text });
    const before = await findSent(uow, nonce, contentMac);
    if (before) return before;
    const row = found(await findReportable(uow, number));
    const inserted: { id: number }[] = await reportRows(uow)
      .insert({
        comment_id: row.id,
        reason,
        text,
        nonce,
        content_mac: contentMac,
        sent_at: now,
        created_at: now,
        updated_at: now,
      })
      .onConflict(['nonce', 'content_mac'])
      .ignore()
      .returning('id');
    const [first] = inserted;
    if (!first) return found(await findSent(uow, nonce, contentMac));
    const hidden = hidesComment(sent, row);
    await notifyOfReport(uow, { id: first.id, comment: row.id, isPressing: isPressing(sent) }, now);
    await commentRows(uow).where({ id: row.id }).increment('open_reports', 1);
    if (hidden && !row.hidden) {
      await commentRows(uow).where({ id: row.id }).update({ hidden: true });
      await invalidateThread(uow, row.post_id);
    }
    return { first: true, hidden: hidden || Boolean(row.hidden) };
  });

/** Stores what the counsellor has to know about a comment, as a report that hides nothing, and notifies them. */
export const addReport = async (
  uow: UnitOfWork,
  { id: comment }: Pick<CommentRow, 'id'>,
  { reason, text }: Pick<Report, 'reason' | 'text'>,
  now: Date,
): Promise<void> => {
  const [added]: { id: number }[] = await reportRows(uow)
    .insert({ comment_id: comment, reason, text, sent_at: now, created_at: now, updated_at: now })
    .returning('id');
  await commentRows(uow).where({ id: comment }).increment('open_reports', 1);
  if (added) await notifyOfReport(uow, { id: added.id, comment, isPressing: false }, now);
};

const openReportsOf = (uow: UnitOfWork, number: number) =>
  reportRows(uow).where({ comment_id: number }).whereNull('settled_at');

/** Settles every report about a comment that readers can't see any more. */
export const settleAllReports = async (uow: UnitOfWork, number: number, now: Date): Promise<void> => {
  await openReportsOf(uow, number).update({ settled_at: now, updated_at: now });
  await commentRows(uow).where({ id: number }).update({ open_reports: 0, hidden: false });
};

/**
 * Settles the reports that the counsellor has read and leaves the comment as it is. A comment that a report had hidden
 * is public again and can't be hidden that way any more. A report that arrived meanwhile stays open.
 *
 * @returns false if the comment is gone
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
    const settled = await openReportsOf(uow, number)
      .whereIn('id', [...ids])
      .update({ settled_at: now, updated_at: now });
    const hidden = Boolean(row.hidden);
    await commentRows(uow)
      .where({ id: number })
      .update({
        open_reports: Math.max(0, row.open_reports - settled),
        hidden: false,
        restored: Boolean(row.restored) || hidden,
        updated_at: now,
      });
    if (hidden) await invalidateThread(uow, row.post_id);
    return true;
  });
