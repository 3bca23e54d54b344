import type { Feature } from '#src/feature';
import { accountEndpoints } from './admin-endpoints';
import { resetPasswordEmail } from './credentials/reset-password';
import { accountChanged } from './emails/account-changed';
import { accountNotice } from './emails/account-emails';
import { extendAccounts } from './extend-strapi';
import { manageOwnSignIn } from './permissions';
import { createSecondFactorTables } from './second-factor/second-factor-rows';

export const account: Feature = {
  name: 'account',
  permissions: [manageOwnSignIn],
  adminEndpoints: accountEndpoints,
  emails: [accountNotice, accountChanged, resetPasswordEmail],
  extendStrapi: extendAccounts,
  createTables: createSecondFactorTables,
  // Secrets and hashes, by the number of the account.
  personalData: 'none',
};
