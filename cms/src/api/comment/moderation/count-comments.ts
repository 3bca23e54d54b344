import type { Core } from '@strapi/strapi';
import { type CommentCounts, type DeskList, deskLists } from '#src/api/comment/admin-contract';
import { ask } from '#src/api/comment/threads/visible-comments';
import { inReadTransaction } from '#src/database/unit-of-work';
import { conditions } from './list-comments';

interface Counted {
  what: string;
  n: number | string;
}

/** One statement, each part of it counted from an index of its own. */
const statement = [
  ...deskLists.map((list) => `select '${list}' as what, count(*) as n from comments where ${conditions[list]}`),
  `select 'new spam', count(*) from comments where ${conditions.spam} and opened is null`,
  `select 'to review', count(*) from comments where ${conditions.held} and held_until <= ?`,
].join(' union all ');

/** How many stand in each list. `today` is a calendar day. */
export const countComments = (strapi: Core.Strapi, today: string): Promise<Omit<CommentCounts, 'awayUntil'>> =>
  inReadTransaction(strapi, async (uow) => {
    const counted = new Map((await ask<Counted>(uow, statement, [today])).map(({ what, n }) => [what, Number(n)]));
    const of = (what: string): number => counted.get(what) ?? 0;
    return {
      lists: Object.fromEntries(deskLists.map((list) => [list, of(list)])) as Record<DeskList, number>,
      unopenedSpam: of('new spam'),
      toReview: of('to review'),
    };
  });
