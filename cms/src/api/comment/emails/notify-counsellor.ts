import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { decisionTokenOf } from '#src/api/comment/links';
import { postsOfComments } from '#src/api/comment/moderation/commented-posts';
import { counsellorAddress } from '#src/api/email/counsellor-address';
import { enqueueEmail } from '#src/api/email/outbox/outbox';
import { practiceOfComments } from '#src/api/practice/read-practice';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { digestEmail, newCommentEmail, newCommentWithTextEmail, newReportEmail } from './to-counsellor';

/** Longer than until the next digest, which will say it better, so that a late one is not sent at all. */
const digestLifetimeMs = 20 * 60 * 60 * 1000;

/** Returns the address of the admin's comments, or of a page below it. */
const commentsAdminUrl = (strapi: Core.Strapi, page = ''): string =>
  `${settingsOf(strapi).cmsUrl}/admin/comments${page}`;

const emailWithText = async (strapi: Core.Strapi, to: string, row: CommentRow, now: Date) => {
  const post = (await postsOfComments(strapi, [row.post_id]))(row.post_id);
  const token = decisionTokenOf(servicesOf(strapi).linkKeys, { number: row.id, version: row.version }, now);
  return newCommentWithTextEmail({
    to,
    dashboardUrl: commentsAdminUrl(strapi, `/${row.id}`),
    post: post.title,
    audience: row.audience,
    name: row.name,
    text: row.text ?? '',
    decideUrl: row.audience === 'counsellor' ? null : `${settingsOf(strapi).siteUrl}/decide/${token}`,
  });
};

/**
 * Enqueues the email about a comment or private note that waits, in the transaction that stored or changed it. There is
 * none for spam, nor where the counsellor has chosen a daily digest.
 */
export const notifyCounsellor = async (uow: UnitOfWork, row: CommentRow, now: Date): Promise<void> => {
  const { settings } = await practiceOfComments(uow.strapi);
  const mail = settings?.mail ?? 'discreet';
  if (row.state !== 'waiting' || mail === 'digest') return;
  const to = await counsellorAddress(uow.strapi, settings?.mailTo);
  if (to === null) return;
  // With the text, every version deserves an email; without it, one says all there is to say.
  const idempotencyKey = mail === 'full' ? `something-waiting:${row.id}:${row.version}` : `something-waiting:${row.id}`;
  const email =
    mail === 'full'
      ? await emailWithText(uow.strapi, to, row, now)
      : newCommentEmail({ to, dashboardUrl: commentsAdminUrl(uow.strapi) });
  await enqueueEmail(uow, { kind: 'something-waiting', email, about: `comment:${row.id}`, idempotencyKey });
};

/** Enqueues the email about a report at once, whatever the settings say, because it may have hidden a comment. */
export const notifyOfReport = async (uow: UnitOfWork, report: { id: number; comment: number }): Promise<void> => {
  const { settings } = await practiceOfComments(uow.strapi);
  const to = await counsellorAddress(uow.strapi, settings?.mailTo);
  if (to === null) return;
  await enqueueEmail(uow, {
    kind: 'report-waiting',
    email: newReportEmail({ to, dashboardUrl: commentsAdminUrl(uow.strapi, '?list=reported') }),
    about: `comment:${report.comment}`,
    idempotencyKey: `report-waiting:${report.id}`,
  });
};

/**
 * Enqueues the daily digest, where the counsellor has chosen one and something waits. Its idempotency key is the day,
 * so two processes enqueue one email between them.
 *
 * @returns whether it was enqueued now
 */
export const sendDigest = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const { settings } = await practiceOfComments(strapi);
    const to = settings?.mail === 'digest' ? await counsellorAddress(strapi, settings.mailTo) : null;
    if (to === null) return false;
    const [counted] = await commentRows(uow).where({ state: 'waiting' }).count<{ n: number | string }[]>({ n: '*' });
    const waiting = Number(counted?.n ?? 0);
    if (waiting === 0) return false;
    return enqueueEmail(uow, {
      kind: 'digest',
      email: digestEmail({ to, dashboardUrl: commentsAdminUrl(strapi), waiting }),
      idempotencyKey: `digest:${now.toISOString().slice(0, 10)}`,
      expiresAt: new Date(now.getTime() + digestLifetimeMs),
    });
  });
