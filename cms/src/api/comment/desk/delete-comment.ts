import type { Core } from '@strapi/strapi';
import type { ActOutcome, AsRead } from '../../../admin-api/contracts/comments';
import { inTransaction } from '../../../documents/transaction';
import { removeComment } from '../services/remove';
import { isOutcome, lockAsRead } from './decide-comment';

/** Deletes a comment for good, if it is still what she read. While replies hang on it an empty place stays. */
export const deleteComment = (strapi: Core.Strapi, read: AsRead): Promise<ActOutcome> =>
  inTransaction(strapi, async ({ trx }) => {
    const row = await lockAsRead(strapi, trx, read);
    if (isOutcome(row)) return row;
    await removeComment(strapi, trx, row, 'counsellor');
    return { number: read.number, result: 'done' };
  });
