import type { Core } from '@strapi/strapi';
import type { ActOutcome, AsRead } from '#src/api/comment/admin-contract';
import { inTransaction } from '#src/database/transaction';
import { isOutcome, lockAsRead } from './decide-comment';
import { removeComment } from './remove-comment';

/** Deletes a comment for good, if it is still what she read. While replies hang on it an empty place stays. */
export const deleteComment = (strapi: Core.Strapi, read: AsRead): Promise<ActOutcome> =>
  inTransaction(strapi, async ({ trx }) => {
    const row = await lockAsRead(strapi, trx, read);
    if (isOutcome(row)) return row;
    await removeComment(strapi, trx, row, 'counsellor');
    return { number: read.number, result: 'done' };
  });
