import type { Feature } from '#src/feature';
import { noQuery, parseQuery } from '#src/http/request';
import { renewalDue } from './emails/renewal-email';
import { seeRenewals } from './permissions';
import { readRenewals, remindOfRenewals } from './remind-of-renewals';

/** Watches when the credentials of the practice end. They are stored with the practice, which may send no email. */
export const credentials: Feature = {
  name: 'credentials',
  permissions: [seeRenewals],
  adminEndpoints: [
    {
      method: 'GET',
      path: '/credentials/renewals',
      permission: seeRenewals,
      handle: (strapi, { query }) => {
        parseQuery(noQuery, query);
        return readRenewals(strapi, new Date());
      },
    },
  ],
  jobs: [{ name: 'credential-renewals', schedule: '40 8 * * *', catchUpHours: 12, run: remindOfRenewals }],
  emails: [renewalDue],
  personalData: 'none',
};
