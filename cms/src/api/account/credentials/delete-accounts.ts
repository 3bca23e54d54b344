import type { Core } from '@strapi/strapi';
import { findAccount, type UserService } from '#src/api/account/accounts';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { endSentLinksOf } from '#src/api/email/counsellor-address/link-period';
import { inTransaction } from '#src/database/unit-of-work';
import { reportChange } from './report-change';

/**
 * Returns Strapi's two deletions of accounts, which tell their owners and the counsellor in the same transaction:
 * whoever no longer gets in hears why, and nobody's account disappears unnoticed.
 */
export const createDeletions = (
  strapi: Core.Strapi,
  { deleteById, deleteByIds }: UserService,
): Pick<UserService, 'deleteById' | 'deleteByIds'> => {
  const reported = (ids: readonly (number | string)[], remove: () => Promise<unknown>): Promise<unknown> =>
    inTransaction(strapi, async (uow) => {
      const counsellor = await counsellorAddress(strapi);
      for (const id of ids) {
        const account = await findAccount(uow, { id: Number(id) });
        if (account) await reportChange(uow, { account, changes: [{ kind: 'deleted' }], counsellor });
        await endSentLinksOf(strapi, Number(id));
      }
      return remove();
    });
  return {
    deleteById: (id) => reported([id], () => deleteById(id)),
    deleteByIds: (ids) => reported(ids, () => deleteByIds(ids)),
  };
};
