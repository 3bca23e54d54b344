import type { Core } from '@strapi/strapi';
import type { OpenedComment, OpenReport, ThreadPart } from '#src/api/comment/admin-contract';
import { commentRows, lockComment } from '#src/api/comment/comment-rows';
import { possibleDecisions } from '#src/api/comment/domain/moderation-decision';
import { appearObstacle, replyObstacle } from '#src/api/comment/domain/reply-position';
import { emailLinks } from '#src/api/email/mailboxes/email-links';
import { inTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/nullable';
import { settingsOf } from '#src/settings';
import { postsOfComments } from './commented-posts';
import { listed } from './listed-comment';
import { type DeskRow, sentencesOf } from './moderation-row';
import { practiceKit } from './response-kit';

/** A thread may be long; what stands around the comment is what she needs. */
const mostInThread = 200;

const threadOf = async (uow: UnitOfWork, row: DeskRow): Promise<DeskRow[]> => {
  const root = row.root_id ?? row.id;
  const rows = await commentRows(uow)
    .where((within) => void within.where('id', root).orWhere('root_id', root))
    .orderBy([{ column: 'sent' }, { column: 'id' }])
    .limit(mostInThread)
    .select<DeskRow[]>('*');
  return rows.some(({ id }) => id === row.id) ? rows : [...rows, row];
};

const partOf = (row: DeskRow): ThreadPart => ({
  number: row.id,
  state: row.state,
  byCounsellor: Boolean(row.from_counsellor),
  name: row.name,
  words: row.words ?? '',
  sent: instantOf(row.sent),
  answers: row.parent_id,
  hidden: Boolean(row.hidden),
});

interface ReportRow {
  id: number;
  reason: string;
  words: string | null;
  sent: Date | number;
}

const reportsOf = async (uow: UnitOfWork, number: number): Promise<OpenReport[]> => {
  const rows = await strapi.db
    .getConnection('reports')
    .transacting(uow.trx)
    .where({ comment_id: number })
    .whereNull('settled')
    .orderBy('sent')
    .select<ReportRow[]>('id', 'reason', 'words', 'sent');
  return rows.map(({ sent, ...report }) => ({ ...report, sent: instantOf(sent) }));
};

const standing = ({ state, hidden }: DeskRow) => ({ state, hidden: Boolean(hidden) });

const isSeen = (part: { state: string; hidden: unknown; audience: string }): boolean =>
  part.state === 'approved' && !part.hidden && part.audience === 'everyone';

const mailboxConfirmed = async (uow: UnitOfWork, id: number | null): Promise<boolean> => {
  if (id === null) return false;
  const mailbox = await strapi.db
    .getConnection('mailboxes')
    .transacting(uow.trx)
    .where({ id })
    .first<{ confirmed: unknown } | undefined>('confirmed');
  return mailbox !== undefined && mailbox.confirmed !== null;
};

/** A comment with all that helps to decide, or null. That she opened it is written down: retention deletes nothing unread. */
export const openComment = (strapi: Core.Strapi, number: number, now: Date): Promise<OpenedComment | null> =>
  inTransaction(strapi, async (uow) => {
    const row = (await lockComment(uow, number)) as DeskRow | null;
    if (row === null || row.state === 'removed') return null;
    if (row.opened === null) await commentRows(uow).where({ id: number }).update({ opened: now });
    const thread = await threadOf(uow, row);
    const root = thread.find(({ root_id }) => root_id === null) ?? null;
    const post = (await postsOfComments(strapi, [row.post_id]))(row.post_id);
    const site = settingsOf(strapi).siteUrl;
    const postUrl = post.slug === null ? null : `${site}/blog/${post.slug}`;
    const below = thread.filter(
      (part) => (row.root_id === null ? part.root_id === row.id : part.parent_id === row.id) && isSeen(part),
    );
    const facts = { audience: row.audience, state: row.state, hidden: Boolean(row.hidden) };
    return {
      ...listed({ ...row, opened: row.opened ?? now }, post),
      words: row.words ?? '',
      decided: row.decided === null ? null : instantOf(row.decided),
      mayUndo: row.state_before !== null,
      may: {
        decisions: possibleDecisions({ ...facts, fromCounsellor: Boolean(row.from_counsellor) }),
        reply: replyObstacle({ ...facts, isReply: row.root_id !== null }, root && standing(root)) === null,
      },
      tells: {
        appeared: Boolean(row.tell_appeared),
        replies: Boolean(row.tell_replies),
        confirmed: await mailboxConfirmed(uow, row.mailbox_id),
      },
      personalDetails: Boolean(row.personal_details),
      careBecause: sentencesOf(row.care_because),
      suspicions: sentencesOf(row.suspicions),
      thread: thread.map(partOf),
      repliesBelow: below.length,
      reports: await reportsOf(uow, number),
      url:
        post.slug !== null && isSeen(row) && appearObstacle(row.root_id !== null, root && standing(root)) === null
          ? emailLinks(strapi).onPage(post.slug, row.id)
          : null,
      postUrl,
      kit: await practiceKit(strapi),
    };
  });
