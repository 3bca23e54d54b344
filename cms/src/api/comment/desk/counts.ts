import type { Core } from '@strapi/strapi';
import { deskLists, type CommentCounts, type DeskList } from '../../../admin-api/contracts/comments';
import { inReadTransaction } from '../../../documents/transaction';
import { ask } from '../services/visible';
import { conditions } from './lists';

/** How many stand in each list; each is counted from an index of its own. `today` is a calendar day. */
export const countComments = (strapi: Core.Strapi, today: string): Promise<Omit<CommentCounts, 'awayUntil'>> =>
  inReadTransaction(strapi, async ({ trx }) => {
    const count = async (condition: string, values: readonly string[] = []): Promise<number> => {
      const [counted] = await ask<{ n: number | string }>(trx, `select count(*) as n from comments where ${condition}`, values);
      return Number(counted?.n ?? 0);
    };
    const lists: [DeskList, number][] = [];
    for (const list of deskLists) lists.push([list, await count(conditions[list])]);
    return {
      lists: Object.fromEntries(lists) as Record<DeskList, number>,
      unopenedSpam: await count(`${conditions.spam} and opened is null`),
      toReview: await count(`${conditions.held} and held_until <= ?`, [today]),
    };
  });
