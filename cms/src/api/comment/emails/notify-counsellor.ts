import type { Core } from '@strapi/strapi';
import { type CommentRow, commentRows } from '#src/api/comment/comment-rows';
import { decisionTokenOf } from '#src/api/comment/links';
import { listConditions } from '#src/api/comment/moderation/list-comments';
import { readSignedAs } from '#src/api/comment/own-names';
import { findPostReferences } from '#src/api/comment/threads/posts';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { summaryTime } from '#src/api/email/counsellor-address/hourly-limit';
import { linkPeriod } from '#src/api/email/counsellor-address/link-period';
import type { StoredCommentSettings } from '#src/api/practice/domain/settings';
import { practiceOfComments } from '#src/api/practice/practice-of-comments';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { servicesOf } from '#src/services';
import { settingsOf } from '#src/settings';
import { counsellorEmails } from './counsellor-emails';

/** Shorter than until the next digest, so that a late one is not sent beside it. */
const digestLifetimeMs = 20 * 60 * 60 * 1000;

/** Returns the address of the admin's comments, or of a page below it. */
const commentsAdminUrl = (strapi: Core.Strapi, page = ''): string =>
  `${settingsOf(strapi).cmsUrl}/admin/comments${page}`;

/** What an email with the text of the comment shows, and the page of the comment that it leads to. */
const withText = async (strapi: Core.Strapi, row: CommentRow, now: Date) => {
  const post = (await findPostReferences(strapi, [row.post_id]))(row.post_id);
  const token = decisionTokenOf(servicesOf(strapi).linkKeys, row, { period: await linkPeriod(strapi), now });
  const signedAs = await readSignedAs(strapi, row);
  const isDecidedHere = row.audience === 'everyone' && signedAs === null;
  return {
    dashboardUrl: commentsAdminUrl(strapi, `/${row.id}`),
    shown: {
      post: post.title,
      audience: row.audience,
      name: row.name,
      text: row.text ?? '',
      signedAs,
      decideUrl: isDecidedHere ? `${settingsOf(strapi).siteUrl}/decide/${token}` : null,
    },
  };
};

const { somethingWaiting, lookToday, reportWaiting } = counsellorEmails;
const kindsAtOnce = [somethingWaiting.kind, lookToday.kind, reportWaiting.kind];

/**
 * Queues one email for all that comes up in this hour, if enough emails went to the counsellor already. Returns false
 * if there is room for an email of its own.
 */
const isLeftToSummary = async (uow: UnitOfWork, to: string, now: Date): Promise<boolean> => {
  const notBefore = await summaryTime(uow, kindsAtOnce, now);
  if (notBefore === null) return false;
  await counsellorEmails.moreWaiting.enqueue(uow, { to, dashboardUrl: commentsAdminUrl(uow.strapi), notBefore });
  return true;
};

/** Queues the email about a comment with a care flag. */
const askToLookToday = async (uow: UnitOfWork, row: CommentRow, to: string, isFull: boolean): Promise<void> => {
  const { id: number, version, name, text } = row;
  const shown = isFull ? { name, text: text ?? '' } : null;
  await lookToday.enqueue(uow, {
    to,
    dashboardUrl: commentsAdminUrl(uow.strapi, isFull ? `/${number}` : ''),
    number,
    version,
    shown,
  });
};

/**
 * Queues the email about a comment or private note that waits, in the transaction that stored or changed it. There is
 * none for spam, nor where the counsellor has chosen a daily digest, unless someone may be in danger. Where too much
 * came within an hour, there is one email for all of it; a comment with a care flag always has its own.
 */
export const notifyCounsellor = async (
  uow: UnitOfWork,
  row: CommentRow,
  settings: StoredCommentSettings | null,
  now: Date,
): Promise<void> => {
  const mail = settings?.mail ?? 'discreet';
  if (row.state !== 'waiting' || (mail === 'digest' && !row.care_urgent)) return;
  const to = await counsellorAddress(uow.strapi);
  if (to === null) return;
  if (row.care_kind !== null) return askToLookToday(uow, row, to, mail === 'full');
  if (await isLeftToSummary(uow, to, now)) return;
  const content =
    mail === 'full'
      ? await withText(uow.strapi, row, now)
      : { dashboardUrl: commentsAdminUrl(uow.strapi), shown: null };
  await somethingWaiting.enqueue(uow, { to, number: row.id, version: row.version, ...content });
};

/** What an email about a report has to know of it. */
interface ReportToNotifyOf {
  id: number;
  comment: number;
  /** Someone may be in danger, so it has an email of its own however many there were. */
  isPressing: boolean;
}

/**
 * Queues the email about a report, whatever the settings say, because it may have hidden a comment; one for all of them
 * where too much came within an hour.
 */
export const notifyOfReport = async (
  uow: UnitOfWork,
  { id: report, comment: number, isPressing }: ReportToNotifyOf,
  now: Date,
): Promise<void> => {
  const to = await counsellorAddress(uow.strapi);
  if (to === null) return;
  if (!isPressing && (await isLeftToSummary(uow, to, now))) return;
  const dashboardUrl = commentsAdminUrl(uow.strapi, '?list=reported');
  await reportWaiting.enqueue(uow, { to, dashboardUrl, report, number, isPressing });
};

/**
 * Queues the daily digest, where the counsellor has chosen one and something waits.
 *
 * @returns whether it was queued now
 */
export const sendDigest = (strapi: Core.Strapi, now: Date): Promise<boolean> =>
  inTransaction(strapi, async (uow) => {
    const { settings } = await practiceOfComments(strapi);
    const to = settings?.mail === 'digest' ? await counsellorAddress(strapi) : null;
    if (to === null) return false;
    const whatWaits = () => commentRows(uow).whereRaw(listConditions.waiting);
    const [counted] = await whatWaits().count<{ n: number | string }[]>({ n: '*' });
    const waiting = Number(counted?.n ?? 0);
    if (waiting === 0) return false;
    const flagged = await whatWaits().whereNotNull('care_kind').first('id');
    return counsellorEmails.digest.enqueue(uow, {
      to,
      dashboardUrl: commentsAdminUrl(strapi),
      waiting,
      isPressing: flagged !== undefined,
      day: now.toISOString().slice(0, 10),
      expiresAt: new Date(now.getTime() + digestLifetimeMs),
    });
  });
