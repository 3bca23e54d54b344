import type { Core } from '@strapi/strapi';
import type { Audience, OpenedComment, OpenReport, SeenResponse, ThreadComment } from 'shared';
import { type CommentRow, commentRows, lockComment, reportRows } from '#src/api/comment/comment-rows';
import { approvalError, possibleDecisions, privateReplyError, replyError } from '#src/api/comment/domain/moderation';
import { commentLinks } from '#src/api/comment/links';
import { readOwnNames } from '#src/api/comment/own-names';
import { conversationOf } from '#src/api/comment/private-comment/conversation';
import { findPostReferences } from '#src/api/comment/threads/posts';
import { mailboxRows } from '#src/api/email/mailboxes/mailbox-rows';
import { loadResponseKit } from '#src/api/practice/response-kit';
import { jsonOf } from '#src/database/stored-values';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';
import { settingsOf } from '#src/settings';
import { toListedComment } from './list-comments';

/** Threads may be long; the counsellor needs what is around the comment, and the private conversation about it. */
const maxThreadLength = 200;

const threadAround = async (uow: UnitOfWork, row: CommentRow): Promise<CommentRow[]> => {
  const conversation = conversationOf(row);
  const root = row.root_id ?? row.id;
  const rows: CommentRow[] = await commentRows(uow)
    .where((within) => {
      void within.where('id', conversation).orWhere({ root_id: conversation, audience: 'counsellor' });
      if (row.audience === 'everyone') void within.orWhere('id', root).orWhere({ root_id: root, audience: 'everyone' });
    })
    .orderBy([{ column: 'sent_at' }, { column: 'id' }])
    .limit(maxThreadLength)
    .select('*');
  return rows.some(({ id }) => id === row.id) ? rows : [...rows, row];
};

const toThreadComment = (row: CommentRow): ThreadComment => ({
  number: row.id,
  state: row.state,
  byCounsellor: Boolean(row.from_counsellor),
  name: row.name,
  text: row.text ?? '',
  sentAt: instantOf(row.sent_at),
  inReplyTo: row.parent_id,
  hidden: Boolean(row.hidden),
  isPrivate: row.audience === 'counsellor',
});

const openReports = async (uow: UnitOfWork, number: number): Promise<OpenReport[]> => {
  const rows = await reportRows(uow).where({ comment_id: number }).whereNull('settled_at').orderBy('sent_at');
  return rows.map(({ id, reason, text, sent_at }) => ({ id, reason, text, sentAt: instantOf(sent_at) }));
};

const isPublic = (row: CommentRow): boolean => row.state === 'approved' && !row.hidden && row.audience === 'everyone';

const addressState = async (uow: UnitOfWork, id: number | null): Promise<OpenedComment['notifies']['address']> => {
  const mailbox = id === null ? undefined : await mailboxRows(uow).where({ id }).first();
  if (mailbox === undefined) return 'none';
  if (mailbox.unsubscribed !== null) return 'stopped';
  return mailbox.confirmed === null ? 'unconfirmed' : 'confirmed';
};

const countVisibleReplies = (row: CommentRow, thread: readonly CommentRow[]): number =>
  thread.filter(
    (other) => (row.root_id === null ? other.root_id === row.id : other.parent_id === row.id) && isPublic(other),
  ).length;

/** Returns for whom the counsellor can write a reply in the comment's present state. */
const possibleReplies = (row: CommentRow, root: Parameters<typeof replyError>[1]): Audience[] => {
  const facts = {
    audience: row.audience,
    state: row.state,
    hidden: Boolean(row.hidden),
    isReply: row.root_id !== null,
  };
  if (row.from_counsellor) return [];
  return [
    ...(replyError(facts, root) === null ? (['everyone'] as const) : []),
    ...(privateReplyError(facts) === null ? (['counsellor'] as const) : []),
  ];
};

/**
 * Returns a comment with everything that helps to decide about it, or null if there is none. Opening is recorded,
 * because retention deletes nothing that the counsellor has not opened.
 */
export const openComment = (strapi: Core.Strapi, number: number, now: Date): Promise<OpenedComment | null> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockComment(uow, number);
    if (row === null || row.state === 'removed') return null;
    if (row.opened_at === null) await commentRows(uow).where({ id: number }).update({ opened_at: now });
    const thread = await threadAround(uow, row);
    const rootRow = thread.find(({ root_id }) => root_id === null);
    const root = rootRow ? { state: rootRow.state, hidden: Boolean(rootRow.hidden) } : null;
    const isReply = row.root_id !== null;
    const post = (await findPostReferences(strapi, [row.post_id]))(row.post_id);
    const facts = { audience: row.audience, state: row.state };
    const isOnPage = isPublic(row) && approvalError(isReply, root) === null;
    return {
      ...toListedComment({ ...row, opened_at: row.opened_at ?? now }, post, await readOwnNames(strapi)),
      text: row.text ?? '',
      decidedAt: row.decided_at === null ? null : instantOf(row.decided_at),
      canUndo: row.previous_state !== null,
      allowed: {
        decisions: possibleDecisions({ ...facts, fromCounsellor: Boolean(row.from_counsellor) }),
        replies: possibleReplies(row, root),
      },
      notifies: {
        onApproval: Boolean(row.notify_on_approval),
        onReply: Boolean(row.notify_on_reply),
        address: await addressState(uow, row.mailbox_id),
      },
      hasPersonalDetails: Boolean(row.personal_details),
      careReasons: jsonOf(row.care_reasons) ?? [],
      spamReasons: jsonOf(row.spam_reasons) ?? [],
      thread: thread.map(toThreadComment),
      visibleReplies: countVisibleReplies(row, thread),
      reports: await openReports(uow, number),
      url: post.slug !== null && isOnPage ? commentLinks(strapi).onPage(post.slug, row.id) : null,
      postUrl: post.slug === null ? null : `${settingsOf(strapi).siteUrl}/blog/${post.slug}`,
      responseKit: await loadResponseKit(strapi, 'comments'),
    };
  });

/**
 * Records that the counsellor has looked at these comments without opening each, so that retention may delete them.
 * Those with a care flag are left out: a list hides their text.
 *
 * @returns how many were unopened before, and how many of them were left out
 */
export const markOpened = async (strapi: Core.Strapi, numbers: readonly number[], now: Date): Promise<SeenResponse> => {
  const unopened = () =>
    commentRows(strapi)
      .whereIn('id', [...numbers])
      .whereNull('opened_at');
  const seen = await unopened().whereNull('care_kind').update({ opened_at: now });
  return { seen, leftOut: (await unopened().whereNotNull('care_kind').select('id')).length };
};
