import type { Core } from '@strapi/strapi';
import {
  type CommentCounts,
  type CommentListName,
  commentListNames,
  type CommentOrder,
  type ListedComment,
  type ListedComments,
  type WaitingSummary,
} from 'shared';
import { type CommentRow, legalHoldOf } from '#src/api/comment/comment-rows';
import type { OwnNames } from '#src/api/comment/domain/signed-as';
import { readOwnNames, signedAsOf } from '#src/api/comment/own-names';
import { countLearned } from '#src/api/comment/spam-learning';
import { findPostReferences, type PostReference } from '#src/api/comment/threads/posts';
import { jsonOf } from '#src/database/stored-values';
import { inReadTransaction, selectRaw, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/serialise';

const perPage = 25;
/** Characters (code points) of a comment that a list shows. */
const excerptLength = 200;
const onHomePage = 5;

/**
 * Which rows belong to each list, as SQL text and not as parameters: SQLite uses a partial index only when its
 * condition is part of the statement. A private note that nobody has read waits, too. What was answered only to its
 * writer waits no more, although nothing was decided about it.
 */
export const listConditions: Readonly<Record<CommentListName, string>> = {
  waiting: "state = 'waiting' and answered_at is null",
  answered: "state = 'waiting' and answered_at is not null",
  approved: "state = 'approved' and audience = 'everyone'",
  declined: "state = 'declined'",
  spam: "state = 'spam'",
  notes: "audience = 'counsellor' and from_counsellor = false and state in ('waiting', 'read')",
  reported: 'open_reports > 0',
  onHold: 'legal_hold_reason is not null',
};

const directions: Readonly<Record<CommentOrder, string>> = { oldest: 'asc', newest: 'desc' };

/**
 * Danger first, then writers who seem to be struggling, then by time: the index comments_unanswered_ix has the same
 * order.
 */
const orderBy = (list: CommentListName, order: CommentOrder): string =>
  list === 'waiting' && order === 'oldest'
    ? 'care_urgent desc, (care_kind is not null) desc, sent_at, id'
    : list === 'onHold'
      ? `legal_hold_until ${directions[order]}, id ${directions[order]}`
      : `sent_at ${directions[order]}, id ${directions[order]}`;

/** Returns a row as a list shows it. */
export const toListedComment = (row: CommentRow, post: PostReference, names: OwnNames): ListedComment => {
  const characters = [...(row.text ?? '')];
  return {
    number: row.id,
    version: row.version,
    state: row.state,
    audience: row.audience,
    byCounsellor: Boolean(row.from_counsellor),
    name: row.name,
    excerpt: characters.slice(0, excerptLength).join(''),
    isTruncated: characters.length > excerptLength,
    post: { title: post.title, slug: post.slug },
    isReply: row.root_id !== null,
    sentAt: instantOf(row.sent_at),
    isOpened: row.opened_at !== null,
    answeredAt: row.answered_at === null ? null : instantOf(row.answered_at),
    care: row.care_kind === null ? null : { kind: row.care_kind, urgent: Boolean(row.care_urgent) },
    isSuspected: (jsonOf(row.spam_reasons) ?? []).length > 0,
    signedAs: signedAsOf(row, names),
    hidden: Boolean(row.hidden),
    openReports: row.open_reports,
    legalHold: legalHoldOf(row),
  };
};

interface ListPage {
  list: CommentListName;
  order: CommentOrder;
  /** From 1. */
  page: number;
}

const selectPage = (uow: UnitOfWork, { list, order, page }: ListPage, limit: number): Promise<CommentRow[]> =>
  selectRaw<CommentRow>(
    uow,
    `select * from comments where ${listConditions[list]} order by ${orderBy(list, order)} limit ? offset ?`,
    [limit, (page - 1) * limit],
  );

const countList = async (uow: UnitOfWork, list: CommentListName): Promise<number> => {
  const [counted] = await selectRaw<{ n: number | string }>(
    uow,
    `select count(*) as n from comments where ${listConditions[list]}`,
    [],
  );
  return Number(counted?.n ?? 0);
};

const withPosts = async (strapi: Core.Strapi, rows: readonly CommentRow[]): Promise<ListedComment[]> => {
  const postOf = await findPostReferences(
    strapi,
    rows.map((row) => row.post_id),
  );
  const names = await readOwnNames(strapi);
  return rows.map((row) => toListedComment(row, postOf(row.post_id), names));
};

/** Returns one page of a list; the last page for a number beyond it. */
export const listComments = (strapi: Core.Strapi, { list, order, page }: ListPage): Promise<ListedComments> =>
  inReadTransaction(strapi, async (uow) => {
    const total = await countList(uow, list);
    const pageCount = Math.ceil(total / perPage);
    const shown = Math.max(1, Math.min(page, pageCount));
    const rows = await selectPage(uow, { list, order, page: shown }, perPage);
    return { comments: await withPosts(strapi, rows), page: shown, pageCount, total };
  });

/** Returns what waits for the counsellor: how many, the first few, and since when the oldest has been waiting. */
export const summariseWaiting = (strapi: Core.Strapi): Promise<Omit<WaitingSummary, 'awayUntil'>> =>
  inReadTransaction(strapi, async (uow) => {
    const rows = await selectPage(uow, { list: 'waiting', order: 'oldest', page: 1 }, onHomePage);
    const [oldest] = await selectRaw<{ sent_at: Date | number | null }>(
      uow,
      `select min(sent_at) as sent_at from comments where ${listConditions.waiting}`,
      [],
    );
    return {
      count: await countList(uow, 'waiting'),
      oldest: oldest?.sent_at === null || oldest === undefined ? null : instantOf(oldest.sent_at),
      first: await withPosts(strapi, rows),
    };
  });

/** One statement, each part of it counted from an index of its own. */
const countAll = [
  ...commentListNames.map(
    (list) => `select '${list}' as what, count(*) as n from comments where ${listConditions[list]}`,
  ),
  `select 'new spam', count(*) from comments where ${listConditions.spam} and opened_at is null`,
  `select 'to review', count(*) from comments where ${listConditions.onHold} and legal_hold_until <= ?`,
].join(' union all ');

/**
 * Returns how many comments each list has.
 *
 * @param today a calendar day, such as `2026-05-01`: legal holds whose review is due by then are counted, too
 */
export const countComments = (strapi: Core.Strapi, today: string): Promise<Omit<CommentCounts, 'awayUntil'>> =>
  inReadTransaction(strapi, async (uow) => {
    const rows = await selectRaw<{ what: string; n: number | string }>(uow, countAll, [today]);
    const counted = new Map(rows.map(({ what, n }) => [what, Number(n)]));
    const count = (what: string): number => counted.get(what) ?? 0;
    return {
      lists: {
        waiting: count('waiting'),
        answered: count('answered'),
        approved: count('approved'),
        declined: count('declined'),
        spam: count('spam'),
        notes: count('notes'),
        reported: count('reported'),
        onHold: count('onHold'),
      },
      unopenedSpam: count('new spam'),
      legalHoldsToReview: count('to review'),
      learned: await countLearned(uow),
    };
  });
