import type { Core } from '@strapi/strapi';
import type { DeskList, ListedComments, WaitingForYou } from '#src/api/comment/admin-contract';
import { ask } from '#src/api/comment/threads/visible-comments';
import { inReadTransaction, type UnitOfWork } from '#src/database/unit-of-work';
import { instantOf } from '#src/http/nullable';
import { postsOfComments } from './commented-posts';
import { listed } from './listed-comment';
import type { DeskRow } from './moderation-row';

export const orders = ['oldest', 'newest'] as const;
type Order = (typeof orders)[number];

const perPage = 25;

/**
 * Which rows stand in each list. Words of SQL and not parameters: SQLite takes a partial index only when its condition
 * stands in the statement. What waits is for everyone or for her: a note that nobody has read waits, too.
 */
export const conditions: Readonly<Record<DeskList, string>> = {
  waiting: "state = 'waiting'",
  approved: "state = 'approved' and audience = 'everyone'",
  declined: "state = 'declined'",
  spam: "state = 'spam'",
  notes: "audience = 'counsellor' and from_counsellor = false and state in ('waiting', 'read')",
  reported: 'open_reports > 0',
  held: 'held_because is not null',
};

const directions: Readonly<Record<Order, string>> = { oldest: 'asc', newest: 'desc' };

/** Danger first, then whoever seems to be struggling, then as they came: the index comments_waiting_ix has the same order. */
const orderOf = (list: DeskList, order: Order): string =>
  list === 'waiting' && order === 'oldest'
    ? 'care_urgent desc, (care_kind is not null) desc, sent, id'
    : list === 'held'
      ? `held_until ${directions[order]}, id ${directions[order]}`
      : `sent ${directions[order]}, id ${directions[order]}`;

interface Asked {
  list: DeskList;
  order: Order;
  /** From 1. */
  page: number;
  limit: number;
}

const rowsOf = (uow: UnitOfWork, { list, order, page, limit }: Asked): Promise<DeskRow[]> =>
  ask<DeskRow>(
    uow,
    `select * from comments where ${conditions[list]} order by ${orderOf(list, order)} limit ? offset ?`,
    [limit, (page - 1) * limit],
  );

const howMany = async (uow: UnitOfWork, list: DeskList): Promise<number> => {
  const [counted] = await ask<{ n: number | string }>(
    uow,
    `select count(*) as n from comments where ${conditions[list]}`,
    [],
  );
  return Number(counted?.n ?? 0);
};

const withPosts = async (strapi: Core.Strapi, rows: readonly DeskRow[]) => {
  const post = await postsOfComments(
    strapi,
    rows.map((row) => row.post_id),
  );
  return rows.map((row) => listed(row, post(row.post_id)));
};

/** One page of a list; a page behind the last one is the last. */
export const listComments = (
  strapi: Core.Strapi,
  { list, order, page }: Omit<Asked, 'limit'>,
): Promise<ListedComments> =>
  inReadTransaction(strapi, async (uow) => {
    const total = await howMany(uow, list);
    const pageCount = Math.ceil(total / perPage);
    const there = Math.max(1, Math.min(page, pageCount));
    const rows = await rowsOf(uow, { list, order, page: there, limit: perPage });
    return { comments: await withPosts(strapi, rows), page: there, pageCount, total };
  });

/** What waits for her, for the first page of the admin: the first five, and since when the oldest has been waiting. */
export const waitingForYou = (strapi: Core.Strapi): Promise<Omit<WaitingForYou, 'awayUntil'>> =>
  inReadTransaction(strapi, async (uow) => {
    const rows = await rowsOf(uow, { list: 'waiting', order: 'oldest', page: 1, limit: 5 });
    const [oldest] = await ask<{ sent: Date | number | null }>(
      uow,
      `select min(sent) as sent from comments where ${conditions.waiting}`,
      [],
    );
    return {
      count: await howMany(uow, 'waiting'),
      oldest: oldest?.sent === null || oldest === undefined ? null : instantOf(oldest.sent),
      first: await withPosts(strapi, rows),
    };
  });
