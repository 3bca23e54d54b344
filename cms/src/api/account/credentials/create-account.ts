import type { Core } from '@strapi/strapi';
import type { UserService } from '#src/api/account/accounts';
import { counsellorAddress } from '#src/api/email/counsellor-address/counsellor-address';
import { inTransaction } from '#src/database/unit-of-work';
import { reportChange } from './report-change';

/**
 * Returns Strapi's creation of accounts, which tells the counsellor in the same transaction. The first start creates
 * the accounts of the installation; those are news to nobody.
 */
export const createCreate = (strapi: Core.Strapi, { create }: Pick<UserService, 'create'>): UserService['create'] => {
  let isInstalling: boolean | undefined;
  return (attributes) =>
    inTransaction(strapi, async (uow) => {
      isInstalling ??= !strapi.isLoaded && (await strapi.db.query('admin::user').count()) === 0;
      const isExpected = isInstalling && !strapi.isLoaded;
      const counsellor = isExpected ? null : await counsellorAddress(strapi);
      const created = await create(attributes);
      const { id, email, roles = [] } = created;
      const changes = [{ kind: 'created', roles: roles.map(({ name }) => name) }] as const;
      // The invitation itself says to its owner that there is an account.
      await reportChange(uow, { account: { id, email, password: null }, changes, counsellor });
      return created;
    });
};
