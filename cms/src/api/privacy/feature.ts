import { createErasureTable } from '#src/database/applied-erasures';
import type { Feature } from '#src/feature';
import { readErasureKeys } from '#src/security/erasure-keys';
import { settingsOf } from '#src/settings';
import { privacyEndpoints } from './admin-endpoints';
import { managePersonalData } from './permissions';
import { repeatErasures } from './repeat-erasures';

export const privacy: Feature = {
  name: 'privacy',
  permissions: [managePersonalData],
  adminEndpoints: privacyEndpoints,
  createTables: async (strapi) => {
    await createErasureTable(strapi);
    // From the first start on, so that every backup has the key of the erasures after it.
    await readErasureKeys(settingsOf(strapi).dataDir);
  },
  setUp: (strapi) => repeatErasures(strapi, new Date()),
  personalData: 'none',
};
