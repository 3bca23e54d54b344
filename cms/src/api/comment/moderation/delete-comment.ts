import type { Core } from '@strapi/strapi';
import type { ActOutcome, AsRead } from '#src/api/comment/admin-contract';
import { inTransaction } from '#src/database/unit-of-work';
import { isOutcome, lockAsRead } from './decide-comment';
import { removeComment } from './remove-comment';

/** Deletes a comment for good, if it is still what she read. While replies hang on it an empty place stays. */
export const deleteComment = (strapi: Core.Strapi, read: AsRead): Promise<ActOutcome> =>
  inTransaction(strapi, async (uow) => {
    const row = await lockAsRead(uow, read);
    if (isOutcome(row)) return row;
    await removeComment(uow, row, 'counsellor');
    return { number: read.number, result: 'done' };
  });
