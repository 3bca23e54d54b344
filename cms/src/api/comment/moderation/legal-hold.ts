import type { Core } from '@strapi/strapi';
import type { Held } from '#src/api/comment/admin-contract';
import { commentRows } from '#src/api/comment/comment-rows';

/** Keeps a comment from retention until she releases it (`held` null); false when it is gone. */
export const holdComment = async (strapi: Core.Strapi, number: number, held: Held | null): Promise<boolean> =>
  (await commentRows(strapi)
    .where({ id: number })
    .whereNot({ state: 'removed' })
    .update({ held_because: held?.because ?? null, held_until: held?.until ?? null })) > 0;
