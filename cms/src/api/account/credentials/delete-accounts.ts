import type { Core } from '@strapi/strapi';
import { findAccount, notifyOwner, type UserService } from '#src/api/account/accounts';
import { endSentLinksOf } from '#src/api/email/counsellor-address/link-period';
import { inTransaction } from '#src/database/unit-of-work';

/**
 * Returns Strapi's deletion of accounts, which tells their owners in the same transaction: whoever no longer gets in
 * hears why, and somebody's account does not disappear unnoticed.
 */
export const createDeleteByIds =
  (strapi: Core.Strapi, { deleteByIds }: UserService): UserService['deleteByIds'] =>
  (ids) =>
    inTransaction(strapi, async (uow) => {
      for (const id of ids) {
        const account = await findAccount(uow, { id: Number(id) });
        // Nobody has signed in to an invitation that was not accepted.
        if (account?.password) await notifyOwner(uow, account, 'deleted');
        await endSentLinksOf(strapi, Number(id));
      }
      return deleteByIds(ids);
    });
