import type { Core } from '@strapi/strapi';
import type { CommentRow } from '#src/api/comment/comment-rows';
import { decisionTokenOf } from '#src/api/comment/links/decision-token';
import { postsOfComments } from '#src/api/comment/moderation/commented-posts';
import { enqueueEmail } from '#src/api/email/outbox/enqueue-email';
import { practiceOfComments } from '#src/api/practice/comment-practice';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { roleCodes } from '#src/setup/roles';
import { commentWithWords, reportWaiting, somethingWaiting } from './to-counsellor';

/** The address that she chose, else the one that she signs in with; joins the transaction that is under way. */
export const herAddress = async (strapi: Core.Strapi, mailTo: string | null | undefined): Promise<string | null> => {
  if (mailTo) return mailTo;
  const [account] = (await strapi.db.query('admin::user').findMany({
    select: ['id', 'email'],
    where: { isActive: true, blocked: false, roles: { code: roleCodes.counsellor } },
    orderBy: { id: 'asc' },
    limit: 1,
  })) as { email: string }[];
  return account?.email ?? null;
};

/** A page of the desk in the admin. */
export const deskUrl = (strapi: Core.Strapi, page = ''): string => `${settingsOf(strapi).cmsUrl}/admin/comments${page}`;

const withWords = async (strapi: Core.Strapi, to: string, row: CommentRow, now: Date) => {
  const post = (await postsOfComments(strapi, [row.post_id]))(row.post_id);
  const token = decisionTokenOf(servicesOf(strapi).linkKeys, { number: row.id, version: row.version }, now);
  return commentWithWords({
    to,
    desk: deskUrl(strapi, `/${row.id}`),
    post: post.title,
    audience: row.audience,
    name: row.name,
    words: row.words ?? '',
    decide: row.audience === 'counsellor' ? null : `${settingsOf(strapi).siteUrl}/decide/${token}`,
  });
};

/**
 * Queues her the email about a comment or note that waits, in the transaction that stored or changed it. Nothing for spam, and
 * nothing where she has chosen one email a day.
 */
export const tellCounsellor = async (uow: UnitOfWork, row: CommentRow, now: Date): Promise<void> => {
  const { settings } = await practiceOfComments(strapi);
  const mail = settings?.mail ?? 'discreet';
  if (row.state !== 'waiting' || mail === 'digest') return;
  const to = await herAddress(strapi, settings?.mailTo);
  if (to === null) return;
  // With the words, each version is worth an email; without them one says all there is to say.
  const idempotencyKey = mail === 'full' ? `something-waiting:${row.id}:${row.version}` : `something-waiting:${row.id}`;
  const email =
    mail === 'full' ? await withWords(strapi, to, row, now) : somethingWaiting({ to, desk: deskUrl(strapi) });
  await enqueueEmail(uow, { kind: 'something-waiting', email, about: `comment:${row.id}`, idempotencyKey });
};

/** Queues her the email about a report, in its transaction: at once whatever she chose, because it may have hidden something. */
export const tellOfReport = async (uow: UnitOfWork, report: { id: number; comment: number }): Promise<void> => {
  const { settings } = await practiceOfComments(strapi);
  const to = await herAddress(strapi, settings?.mailTo);
  if (to === null) return;
  const email = reportWaiting({ to, desk: deskUrl(strapi, '?list=reported') });
  await enqueueEmail(uow, {
    kind: 'report-waiting',
    email,
    about: `comment:${report.comment}`,
    idempotencyKey: `report-waiting:${report.id}`,
  });
};
