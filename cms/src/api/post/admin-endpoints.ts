import type { SiteAddress } from 'shared';
import { manageOwnSignIn } from '#src/api/account/permissions';
import type { AdminEndpoint } from '#src/http/admin-endpoint';
import { noQuery, parseQuery } from '#src/http/request';
import { settingsOf } from '#src/settings';

export const blogEndpoints: readonly AdminEndpoint[] = [
  {
    method: 'GET',
    path: '/site',
    // Of whoever works here: everyone may see the site.
    permission: manageOwnSignIn,
    handle: async (strapi, { query }): Promise<SiteAddress> => {
      parseQuery(noQuery, query);
      return { url: settingsOf(strapi).siteUrl };
    },
  },
];
